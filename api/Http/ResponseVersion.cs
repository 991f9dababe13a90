using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Http;

/// <summary>
/// What a response depends on besides the program: the releases that may be seen, and the address. Whatever selects the release sets it
/// as a feature of the request.
/// </summary>
/// <param name="view">The releases that may be seen, and the one that answers.</param>
/// <param name="address">The path and query that are answered.</param>
public sealed class ResponseVersion(ReleaseView view, string address)
{
    // Another build of the program may write the same release in other bytes.
    private static readonly string Build = string.Concat(
        new[] { typeof(ResponseVersion).Assembly, typeof(ReleaseManifest).Assembly, Assembly.GetEntryAssembly()! }.Select(assembly =>
            assembly.ManifestModule.ModuleVersionId.ToString("N")[..4]
        )
    );

    /// <summary>
    /// The ETag. It names the address too, so a caller can hold it only from a successful answer of this address: 304 can then be sent
    /// before anything is computed.
    /// </summary>
    public EntityTagHeaderValue Tag { get; } = new($"\"{view.Tag}-{Build}-{AddressHash(address)}\"");

    /// <summary>When anything that the response depends on last changed.</summary>
    public DateTimeOffset ChangedAt => view.ChangedAt;

    /// <summary>Whether the response is the same for ever: it is from a release that was asked for by name.</summary>
    public bool IsImmutable => view.IsFrozen;

    /// <summary>Whether everything that the response needed could be read. It may become false while the response is made.</summary>
    public bool IsComplete => view.IsWhole;

    /// <summary>The Last-Modified header.</summary>
    public string LastModified => ChangedAt.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    private static string AddressHash(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 6));
}
