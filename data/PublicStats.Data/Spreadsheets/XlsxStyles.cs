using System.Globalization;
using System.IO.Compression;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Tells from a cell's style whether its number is a date: XLSX stores dates as counts of days.</summary>
internal sealed class XlsxStyles
{
    private readonly List<CellKind> kinds = [];

    /// <summary>The kind of a number with this style.</summary>
    public CellKind KindOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < kinds.Count ? kinds[at] : CellKind.Number;

    public static XlsxStyles Read(ZipArchive archive, string? name)
    {
        var styles = new XlsxStyles();
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        using var part = name is null ? null : SheetPart.Open(archive, name);
        var inCells = false;
        while (part?.Read() == true && styles.kinds.Count < 100_000 && formats.Count < 100_000)
        {
            if (part.IsAt("numFmt"))
            {
                formats[part.Attribute("numFmtId") ?? ""] = part.Attribute("formatCode") ?? "";
            }
            else if (part.Xml.LocalName == "cellXfs")
            {
                inCells = part.IsAt("cellXfs");
            }
            else if (inCells && part.IsAt("xf"))
            {
                var id = part.Attribute("numFmtId") ?? "0";
                styles.kinds.Add(formats.TryGetValue(id, out var format) ? Kind(format) : BuiltIn(id));
            }
        }

        return styles;
    }

    // The formats that are not written into files, by their numbers in ECMA-376, 18.8.30.
    private static CellKind BuiltIn(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                9 or 10 => CellKind.Percentage,
                (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => CellKind.Date,
                (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => CellKind.Time,
                _ => CellKind.Number,
            }
            : CellKind.Number;

    private static CellKind Kind(string format)
    {
        var (date, time, percent) = (false, false, false);
        for (var i = 0; i < format.Length; i++)
        {
            switch (char.ToLowerInvariant(format[i]))
            {
                // Texts, colours and escaped characters say nothing of the kind; [h] counts hours.
                case '"':
                    i = Past(format, i, '"');
                    break;
                case '[':
                    time |= i + 1 < format.Length && char.ToLowerInvariant(format[i + 1]) is 'h' or 's';
                    i = Past(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'y':
                    date = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                // Months, unless hours or seconds stand in the same format.
                case 'm':
                    date |=
                        !format.Contains('h', StringComparison.OrdinalIgnoreCase)
                        && !format.Contains('s', StringComparison.OrdinalIgnoreCase);
                    break;
                case '%':
                    percent = true;
                    break;
                // What follows is for numbers below zero.
                case ';':
                    i = format.Length;
                    break;
                default:
                    break;
            }
        }

        return (date, time, percent) switch
        {
            (true, _, _) => CellKind.Date,
            (_, true, _) => CellKind.Time,
            (_, _, true) => CellKind.Percentage,
            _ => CellKind.Number,
        };
    }

    private static int Past(string format, int from, char end) =>
        format.IndexOf(end, from + 1) is >= 0 and var found ? found : format.Length;
}
