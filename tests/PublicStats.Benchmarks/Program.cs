using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using PublicStats.Benchmarks;
using PublicStats.Benchmarks.Fuzzing;
using PublicStats.Data.Queries;

// Filters 1,000 of 10,000,000 figures: in our table, and in DuckDB over a Parquet file of the same figures, turn about in one run.
//   dotnet run -c Release --project tests/PublicStats.Benchmarks
// With the word record: what the shipped releases cost to verify, to open and to ask.
if (args is ["record"])
{
    TheRecord.Run();
    return 0;
}

// With the word fuzz: 100,000 requests over raw sockets, of which none may be answered with 500, slowly, or without a body.
//   dotnet run -c Release --project tests/PublicStats.Benchmarks -- fuzz --requests 100000 --seed 1
if (args is ["fuzz", ..])
{
    return await FuzzProgram.Run(args);
}

var before = GC.GetTotalMemory(forceFullCollection: true);
var clock = Stopwatch.StartNew();
var dataset = TenMillion.Dataset();
Console.WriteLine(
    $"Our table: {dataset.Figures.Count:#,##0} figures built in {clock.Elapsed.TotalSeconds:0.0} s, "
        + $"{(GC.GetTotalMemory(true) - before) / 1e6:#,##0} MB in memory."
);

var parquet = Path.Combine(Path.GetTempPath(), $"publicstats-benchmark-{Environment.ProcessId}.parquet");
using var duck = new DuckDBConnection("Data Source=:memory:");
duck.Open();
Run(duck, TenMillion.Parquet(parquet));
Console.WriteLine($"DuckDB over Parquet: {new FileInfo(parquet).Length / 1e6:#,##0} MB on disk, {Environment.ProcessorCount} processors.");

foreach (
    var (name, ours, sql) in new[]
    {
        ("one series, 1,000 days", new[] { ("area", "area-500"), ("kind", "kind-5") }, $"area = 'area-500' AND kind = 'kind-5'"),
        ("1,000 series, one day", [("kind", "kind-5"), ("period", "2022-05-15")], "kind = 'kind-5' AND period = DATE '2022-05-15'"),
    }
)
{
    var parameters = ours.Select(our => KeyValuePair.Create(our.Item1, our.Item2));
    if (!QueryParser.TryParse(parameters, dataset, "r", out var query, out var faults))
    {
        throw new InvalidOperationException(faults.Listed[0].ToString());
    }

    var (mine, theirs) = (new List<double>(), new List<double>());
    long allocated = 0;
    for (var round = 0; round < 60; round++)
    {
        var start = GC.GetAllocatedBytesForCurrentThread();
        mine.Add(Time(() => Ours(query)));
        allocated = GC.GetAllocatedBytesForCurrentThread() - start;
        theirs.Add(Time(() => Theirs(sql)));
    }

    if (Ours(query) != Theirs(sql))
    {
        throw new InvalidOperationException("The two do not agree.");
    }

    mine.Sort();
    theirs.Sort();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: ours {mine[30]:0.000} ms (allocating {allocated / 1024.0:0} kB), DuckDB {theirs[30]:0.000} ms; DuckDB "
                + $"takes {theirs[30] / mine[30]:0.0} times as long (medians of 60)."
        )
    );
}

File.Delete(parquet);
return 0;

(int Count, long Sum) Ours(FigureQuery query)
{
    if (!QueryExecutor.TrySelect(dataset, query, out var selection, out var fault))
    {
        throw new InvalidOperationException(fault.ToString());
    }

    long sum = 0;
    foreach (var row in selection.Rows)
    {
        sum += (long)selection.Table[row].Value!.Value;
    }

    return (selection.Rows.Count, sum);
}

(int Count, long Sum) Theirs(string where)
{
    using var command = duck.CreateCommand();
    command.CommandText = $"SELECT period, area, kind, value FROM '{parquet}' WHERE {where} ORDER BY period, area, kind";
    using var reader = command.ExecuteReader();
    var (count, sum) = (0, 0L);
    while (reader.Read())
    {
        sum += reader.GetInt64(3);
        count++;
    }

    return (count, sum);
}

static double Time(Action action)
{
    var start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static void Run(DuckDBConnection duck, string sql)
{
    using var command = duck.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}
