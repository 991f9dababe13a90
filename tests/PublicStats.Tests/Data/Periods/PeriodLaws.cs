using System.Globalization;
using CsCheck;
using PublicStats.Data.Periods;

namespace PublicStats.Tests.Data.Periods;

public class PeriodLaws
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 146_461].Select(index => new DateOnly(1800, 1, 1).AddDays(index));
    private static readonly Gen<Frequency> Kind = Gen.Int[0, 5].Select(index => (Frequency)index);
    private static readonly Gen<Period> Single = Gen.Select(Kind, Day, Period.Of);
    private static readonly Gen<Period> Interval = Gen.Select(Single, Single)
        .Where((a, b) => a != b && a.First <= b.First && a.Last <= b.Last)
        .Select(Period.Interval);
    private static readonly Gen<Period> Any = Gen.OneOf(Single, Interval);

    [Fact]
    public void What_is_printed_is_read_back_the_same() => Any.Sample(period => Period.Parse(period.Code) == period);

    [Theory]
    [InlineData("1800-01-01", Frequency.FinancialYear, "FY1799-00")]
    [InlineData("2200-12-31", Frequency.Week, "2201-W01")]
    [InlineData("2200-12-31", Frequency.FinancialYear, "FY2200-01")]
    public void What_holds_the_first_and_the_last_day_can_be_read_too(string day, Frequency kind, string code) =>
        Assert.Equal(Period.Parse(code), Period.Parse(day).RollUp(kind));

    [Fact]
    public void A_text_has_a_reason_exactly_when_it_is_no_period() =>
        Gen.OneOf(Gen.String[Gen.Char["0123456789-WQFY.w/ "], 0, 14], Any.Select(period => period.Code))
            .Sample(name => Period.TryParse(name, out _) == (Period.Reason(name) is null));

    [Fact]
    public void Order_is_by_first_day_then_last_day() =>
        Gen.Select(Any, Any)
            .Sample(
                (a, b) =>
                    Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                    && (a.CompareTo(b) == 0) == (a == b)
                    && (a.First == b.First || a < b == a.First < b.First)
                    && (a.First != b.First || a.Last == b.Last || a < b == a.Last < b.Last)
            );

    [Fact]
    public void A_period_contains_itself_its_days_and_what_its_parts_contain() =>
        Gen.Select(Any, Any, Any)
            .Sample(
                (a, b, c) =>
                    a.Contains(a) && a.Contains(a.First) && a.Contains(a.Last) && !(a.Contains(b) && b.Contains(c) && !a.Contains(c))
            );

    [Fact]
    public void Rolling_up_contains_what_was_rolled_up_and_does_so_once() =>
        Gen.Select(Single, Kind)
            .Where((period, to) => period.Frequency.CanRollUpTo(to))
            .Sample((period, to) => period.RollUp(to).Contains(period) && period.RollUp(to).RollUp(to) == period.RollUp(to));

    [Fact]
    public void Periods_of_a_kind_follow_each_other_without_gap_or_overlap() =>
        Single.Sample(period => period.Next.First == period.Last.AddDays(1) && period.Next.Previous == period && period.Next > period);

    [Fact]
    public void A_week_runs_from_Monday_to_Sunday_as_ISO_8601_numbers_it() =>
        Day.Sample(day =>
        {
            var week = Period.Of(Frequency.Week, day);
            var noon = day.ToDateTime(new(12, 0));
            return week.First.DayOfWeek == DayOfWeek.Monday
                && week.Days == 7
                && week.Code == $"{ISOWeek.GetYear(noon):0000}-W{ISOWeek.GetWeekOfYear(noon):00}";
        });

    [Fact]
    public void Week_53_exists_only_in_the_years_that_have_it() =>
        Gen.Int[1800, 2199].Sample(year => Period.TryParse($"{year}-W53", out _) == (ISOWeek.GetWeeksInYear(year) == 53));

    [Fact]
    public void A_leap_day_exists_only_in_leap_years() =>
        Gen.Int[1800, 2199]
            .Sample(year =>
                Period.TryParse($"{year}-02-29", out _) == DateTime.IsLeapYear(year)
                && Period.Parse($"{year}").Days == (DateTime.IsLeapYear(year) ? 366 : 365)
            );

    [Fact]
    public void A_financial_year_runs_from_1_April_to_31_March() =>
        Gen.Int[1800, 2198]
            .Sample(year =>
            {
                var financial = Period.Parse($"FY{year}-{(year + 1) % 100:00}");
                return financial.First == new DateOnly(year, 4, 1) && financial.Last == new DateOnly(year + 1, 3, 31);
            });

    [Fact]
    public void The_shortest_name_for_days_names_exactly_those_days() =>
        Gen.Select(Day, Day)
            .Where((a, b) => a <= b)
            .Sample((a, b) => Period.Spanning(a, b) is var period && period.First == a && period.Last == b);

    [Theory]
    [InlineData("2026-07-16", "16 July 2026", "on 16 July 2026")]
    [InlineData("2026-W28", "week ending 12 July 2026", "in the week ending 12 July 2026")]
    [InlineData("2026-Q3", "July to September 2026", "from July to September 2026")]
    [InlineData("FY2025-26", "financial year ending March 2026", "in the financial year ending March 2026")]
    [InlineData("2024-07-05--2024-07-22", "5 to 22 July 2024", "from 5 to 22 July 2024")]
    [InlineData("2021-12--2024-06", "December 2021 to June 2024", "from December 2021 to June 2024")]
    [InlineData("2021-12--2023-04-24", "December 2021 to 24 April 2023", "from December 2021 to 24 April 2023")]
    [InlineData("2021-Q4--2025-12", "the last quarter of 2021 to December 2025", "from the last quarter of 2021 to December 2025")]
    public void A_period_is_said_in_English(string code, string label, string inSentence) =>
        Assert.Equal((label, inSentence), (Period.Parse(code).Label, Period.Parse(code).InSentence));

    [Theory]
    [InlineData("17/07/2026", "\"17/07/2026\" is a date as a spreadsheet writes it. Write 2026-07-17.")]
    [InlineData("05/07/2026", "\"05/07/2026\" is a date as a spreadsheet writes it. Write 2026-07-05 (5 July) or 2026-05-07 (7 May).")]
    [InlineData("46219", "\"46219\" is a date as a spreadsheet counts it. Write 2026-07-16.")]
    [InlineData("Jul-26", "\"Jul-26\" is a month as a spreadsheet writes it. Write 2026-07.")]
    [InlineData("2026-13", "\"2026-13\" has no such month. Months run from 01 to 12.")]
    [InlineData("2025-W53", "\"2025-W53\" has no such week. The weeks of 2025 run from W01 to W52.")]
    [InlineData("2026-w29", "\"2026-w29\" has a small letter. Write 2026-W29.")]
    [InlineData("2024-06--2021-12", "\"2024-06--2021-12\" ends before it starts. Write the earlier end first.")]
    public void A_wrong_period_is_told_what_to_write(string code, string reason) => Assert.Equal(reason, Period.Reason(code).ToString());
}
