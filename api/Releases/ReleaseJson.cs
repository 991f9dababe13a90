using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>A release as JSON.</summary>
internal static class ReleaseJson
{
    /// <summary>Writes what a list of releases says of each.</summary>
    public static void WriteSummary(this Utf8JsonWriter writer, ReleaseView view, Release release)
    {
        var manifest = release.Manifest;
        writer.WriteString("id", release.Id);
        writer.WriteString("publishedAt", ZonedTime.In(release.PublishedAt!.Value, view.Shown.Publication.About.TimeZone));
        writer.WriteString("kind", manifest.About.Kind.Name());
        writer.WriteString("title", manifest.About.Title);
        writer.WriteString("reason", manifest.About.Reason);
        writer.WriteBoolean("backfilled", manifest.Seal.IsBackfill);
        writer.WriteString("sha256", release.Digest);
        if (release.Purge is { } purge)
        {
            writer.WriteStartObject("purged");
            writer.WriteString("at", purge.At);
            writer.WriteString("reason", purge.Reason);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("datasets");
        foreach (var dataset in manifest.Datasets)
        {
            writer.WriteStartObject();
            writer.WriteString("name", dataset.Name);
            writer.WriteNumber("figures", dataset.Figures);
            writer.WriteNumber("withheld", dataset.Withheld);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("links");
        writer.WriteString("self", ApiAddresses.Release(release.Id));
        writer.WriteString("changes", ApiAddresses.ChangesOf(release.Id));
        writer.WriteString("datasets", AddressBook.Versioned(ApiAddresses.Datasets, release.Id));
        writer.WriteString("manifest", ApiAddresses.ManifestOf(release.Id));
        writer.WriteString("page", AddressBook.ReleasePage(release.Id));
        writer.WriteEndObject();
    }

    /// <summary>Writes everything a release says of itself.</summary>
    public static void Write(Utf8JsonWriter writer, ReleaseView view, Release release)
    {
        var manifest = release.Manifest;
        writer.WriteSummary(view, release);
        writer.WriteString("sealedAt", manifest.Seal.At);
        writer.WriteString("sealedBy", manifest.Seal.By);
        writer.WriteString("approvedBy", release.ApprovedBy);
        writer.WriteString("previous", manifest.Seal.Previous);
        writer.WriteStartArray("corrections");
        foreach (var correction in manifest.Corrections.Where(correction => correction.Release == release.Id))
        {
            writer.WriteStartObject();
            writer.WriteCorrection(correction);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("withdrawals");
        foreach (var withdrawal in manifest.Withdrawals.Where(withdrawal => withdrawal.Release == release.Id))
        {
            writer.WriteStartObject();
            writer.WriteString("key", withdrawal.Key);
            writer.WriteString("reason", withdrawal.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("files");
        foreach (var file in manifest.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteNumber("bytes", file.Bytes);
            writer.WriteString("address", ApiAddresses.FileOf(release.Id, file.Path));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
