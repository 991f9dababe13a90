using System.Text.Json.Serialization;
using PublicStats.Data.Figures;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>import.json: which cells of a spreadsheet are which figures of a dataset.</summary>
/// <param name="Header">The number of the row that names the columns.</param>
/// <param name="Figures">The columns whose cells are figures, in the order in which they are written.</param>
/// <param name="Sheet">The sheet's name. Not used for a CSV file, which has one sheet.</param>
/// <param name="Known">Columns that are there and are left out.</param>
/// <param name="Missing">What a text in a figure's cell means, such as "-" the status x.</param>
/// <param name="Status">The status of every imported value; null for none.</param>
/// <param name="Source">The source in sources.csv that the spreadsheet is; null when its day is not kept.</param>
internal sealed record ImportMapping(
    int Header,
    DateColumn Date,
    IReadOnlyList<FigureColumn> Figures,
    string? Sheet = null,
    IReadOnlyList<NamedColumn>? Known = null,
    NotesColumn? Notes = null,
    IReadOnlyDictionary<string, string>? Missing = null,
    string? Status = null,
    string? Source = null
)
{
    /// <summary>Every column the header must have.</summary>
    [JsonIgnore]
    public IEnumerable<NamedColumn> Columns => [Date, .. Figures, .. Notes is null ? [] : new[] { Notes }, .. Known ?? []];

    /// <summary>The status that a text in a figure's cell means; null when it means none.</summary>
    public FigureStatus? StatusOf(string text) =>
        Missing?.TryGetValue(text, out var codes) == true && FigureStatuses.TryParse(codes, out var status) ? status : null;
}

/// <summary>A column by its letters and by the header expected there, so that a column that moved is noticed.</summary>
internal record NamedColumn(string Column, string Header)
{
    /// <summary>The column's number, from 1 for A; 0 when its letters are none.</summary>
    [JsonIgnore]
    public int Number => CellAddress.Column(Column);
}

/// <summary>The column of dates.</summary>
/// <param name="Format"><c>cell</c> for real dates, <c>code</c> for period codes, or a pattern of text such as dd/MM/yyyy.</param>
/// <param name="Is">What the date means: day, week-ending, month, quarter, year or financial-year.</param>
internal sealed record DateColumn(string Column, string Header, string Format, string Is) : NamedColumn(Column, Header);

/// <summary>A column of figures.</summary>
/// <param name="Codes">A code for each dimension of the dataset.</param>
internal sealed record FigureColumn(string Column, string Header, string Measure, IReadOnlyDictionary<string, string>? Codes = null)
    : NamedColumn(Column, Header);

/// <summary>The column in which the publisher marks rows.</summary>
/// <param name="Revised">The word that marks a row's figures as revised.</param>
internal sealed record NotesColumn(string Column, string Header, string Revised) : NamedColumn(Column, Header);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(ImportMapping))]
internal sealed partial class MappingJson : JsonSerializerContext;
