using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Importing;

/// <summary>A figure as the spreadsheet has it.</summary>
/// <param name="Column">Its column's position among the mapping's figures.</param>
/// <param name="Marked">The publisher marks its row as revised.</param>
internal readonly record struct SheetFigure(Period Period, int Column, decimal? Value, FigureStatus Status, bool Marked);
