using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Corrections;

/// <summary>Corrections as JSON.</summary>
internal static class CorrectionJson
{
    /// <summary>Writes corrections, where there are any: they stand before the figures.</summary>
    public static void WriteCorrections(this Utf8JsonWriter writer, SealedRelease release, IReadOnlyList<Correction> corrections)
    {
        if (corrections.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("corrections");
        foreach (var correction in corrections)
        {
            writer.WriteStartObject();
            writer.WriteString("release", correction.Release);
            writer.WriteCorrection(correction);
            writer.WriteString("address", release.Publication.About.Address + AddressBook.ReleasePage(correction.Release));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes what readers are told of a mistake.</summary>
    public static void WriteCorrection(this Utf8JsonWriter writer, Correction correction)
    {
        writer.WriteString("wrong", correction.Wrong);
        writer.WriteString("why", correction.Why);
        writer.WriteString("affected", correction.Affected);
        writer.WriteStrings("keys", correction.Keys);
        if (correction.Words is { } words)
        {
            writer.WriteStrings("words", words);
        }
    }
}
