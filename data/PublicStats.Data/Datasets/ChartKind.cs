namespace PublicStats.Data.Datasets;

/// <summary>How a chart draws its figures. A descriptor has it by its name in lower case, such as <c>columns</c>.</summary>
public enum ChartKind : byte
{
    /// <summary>A column for each period.</summary>
    Columns,

    /// <summary>A bar for each of the statements that the chart names.</summary>
    Statements,

    /// <summary>A long series as thin columns, a row for each year on a narrow screen.</summary>
    Strip,

    /// <summary>A panel of columns for each code of a dimension.</summary>
    Multiples,
}
