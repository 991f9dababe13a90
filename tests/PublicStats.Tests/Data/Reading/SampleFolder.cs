using PublicStats.Tests.Repository;

namespace PublicStats.Tests.Data.Reading;

/// <summary>A publication of the fixtures, copied where a test may break it.</summary>
internal sealed class SampleFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("publicstats-").FullName;

    public static string Fixtures => House.PathOf("tests", "PublicStats.Tests", "Fixtures");

    public SampleFolder() => Copy(System.IO.Path.Combine(Fixtures, "good"));

    public void Copy(string from)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }

    public string Of(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
