using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

/// <summary>
/// A test that has never failed proves little: each of these tells of the coming release in its own small way, and each is found.
/// </summary>
public class Leaks
{
    private static readonly Action<ILogger, string, Exception?> Opened = LoggerMessage.Define<string>(
        LogLevel.Warning,
        default,
        "Opened {Release}"
    );

    private static readonly Dictionary<string, (string Found, Action<WebApplication, Release?> Plant)> Planted = new(StringComparer.Ordinal)
    {
        ["a header says when the next release comes"] = (
            "GET /v1: headers",
            (app, next) =>
                Before(app, (context, _) => Header(context, "Next-Release", next?.PublishedAt?.ToString("O", CultureInfo.InvariantCulture)))
        ),
        ["a copy may be kept until the release"] = (
            "GET /v1/datasets: headers",
            (app, next) =>
                Before(
                    app,
                    (context, time) =>
                        Header(
                            context,
                            "Cache-Control",
                            next is null ? null : $"max-age={(int)(next.PublishedAt!.Value - time).TotalSeconds}"
                        )
                )
        ),
        ["a validator changes when a release is sealed"] = (
            "GET /v1/headlines: headers",
            (app, next) => Before(app, (context, _) => Header(context, "ETag", next is null ? null : $"\"{next.Digest[..12]}\""))
        ),
        ["a refusal says that it is too soon"] = (
            $"GET /v1/releases/{TwoOffices.Future}: headers: Repr-Digest",
            (app, next) =>
                Body(
                    app,
                    (context, text) =>
                        context.Request.Path.Value!.Contains(next?.Id ?? "\0", StringComparison.Ordinal) ? "Not yet." + text[8..] : text
                )
        ),
        ["a list holds it"] = (
            "GET /v1/releases: ",
            (app, next) =>
                Body(
                    app,
                    (_, text) =>
                        text.Replace(
                            "\"releases\": [",
                            $"\"releases\": [{(next is null ? "" : $"\"{next.Id}\",")}",
                            StringComparison.Ordinal
                        )
                )
        ),
        ["a line of the log names it"] = (
            "log: Warning: Opened 2026-03-13",
            (app, next) =>
                Before(
                    app,
                    (context, _) =>
                    {
                        if (next is not null)
                        {
                            Opened(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Leak"), next.Id, null);
                        }
                    }
                )
        ),
        ["health counts it"] = (
            "GET /health/ready: body",
            (app, next) =>
                Body(
                    app,
                    (context, text) =>
                        context.Request.Path == "/health/ready" && next is not null
                            ? text.Replace("ready", "READY", StringComparison.Ordinal)
                            : text
                )
        ),
    };

    public static TheoryData<string> Names => [.. Planted.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_leak_that_is_planted_is_found(string leak)
    {
        using var offices = new TwoOffices();
        var release = offices.Seal("a figure that was revised");
        await using var plain = await Surface.Open(offices.Plain, offices.Clock, app => Planted[leak].Plant(app, null));
        await using var leaking = await Surface.Open(offices.Sealed, offices.Clock, app => Planted[leak].Plant(app, release));

        var differ = await Surface.Compare(
            plain,
            leaking,
            (await Embargoed.Addresses(release, plain, leaking)).Select(name => new Question("GET", name))
        );

        Assert.Contains(differ, name => name.StartsWith(Planted[leak].Found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_written_early_into_the_static_site_is_found()
    {
        using var offices = new TwoOffices();
        offices.Seal("a figure that was revised");
        using var one = new SamplePublication();
        using var other = new SamplePublication();
        var plain = await Surface.Static(offices.Plain, offices.Clock, one.Of("dist"));
        Assert.Equal(plain, await Surface.Static(offices.Sealed, offices.Clock, other.Of("dist")));

        Directory.CreateDirectory(other.Of($"dist/releases/{TwoOffices.Future}"));
        await File.WriteAllTextAsync(
            other.Of($"dist/releases/{TwoOffices.Future}/index.html"),
            "Soon.",
            TestContext.Current.CancellationToken
        );

        Assert.NotEqual(plain, Surface.Contents(other.Of("dist")));
    }

    private static void Header(HttpContext context, string name, string? value)
    {
        if (value is not null)
        {
            context.Response.Headers[name] = value;
        }
    }

    private static void Before(WebApplication app, Action<HttpContext, DateTimeOffset> change) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    change(context, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    private static void Body(WebApplication app, Func<HttpContext, string, string> change) =>
        app.Use(
            async (context, next) =>
            {
                var sent = context.Features.Get<IHttpResponseBodyFeature>()!;
                using var held = new MemoryStream();
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held));
                await next(context);
                await context.Response.BodyWriter.FlushAsync();
                context.Features.Set(sent);
                var bytes = Encoding.UTF8.GetBytes(change(context, Encoding.UTF8.GetString(held.ToArray())));
                context.Response.ContentLength = bytes.Length;
                await context.Response.Body.WriteAsync(bytes);
            }
        );
}
