using System.CommandLine;
using System.Globalization;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.SiteGenerator.CommandLine;
using PublicStats.SiteGenerator.Preview;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats preview</c></summary>
internal static class Preview
{
    public static Verb Create()
    {
        var at = new Option<string?>("--at")
        {
            Description =
                "The time, in the publication's time zone: \"2026-07-31 09:30\". Default: the next time in calendar.csv, or " + "now.",
        };
        var port = Ports.Option(5090);
        var verb = new Verb(
            "preview",
            "Shows the site and the API as they will be at a given time, on this machine only, marked as not published.",
            "Open pages reload at every save, and each fault is shown on the page that it is about. Nothing is sealed, and the folder "
                + "releases is only read.",
            "publicstats preview --at \"2026-07-31 09:30\""
        )
        {
            at,
            port,
        };
        verb.SetFolderAction(
            async (folder, parsed, output, stop) => await Run(folder, parsed.GetValue(at), parsed.GetValue(port), output, stop)
        );
        return verb;
    }

    private static async Task<int> Run(string folder, string? at, int port, CommandOutput output, CancellationToken stop)
    {
        var workflow = new ReleaseWorkflow(folder, TimeProvider.System);
        TimeRefusal? refusal = null;
        var moment = default(DateTimeOffset);
        if (at is not null && !ZonedTime.TryParse(at, workflow.TimeZone, out moment, out refusal))
        {
            return output.Failure($"--at: {refusal!.Reason}");
        }

        moment = at is null ? PreviewBuilder.NextMoment(folder, workflow.TimeZone) : moment;
        if (workflow.Store.History().PublishedBy(DateTimeOffset.UtcNow).LastOrDefault() is { } last && last.PublishedAt >= moment)
        {
            return output.Failure(
                $"Release {last.Id} is published at that time or later, so your files would not be shown. Choose a later time."
            );
        }

        try
        {
            output.Line($"Making the preview of {TypedPath.Shorten(folder)}…");
            await using var host = new PreviewHost(folder, moment, port);
            await host.Start(stop);
            output.Line($"Preview at {host.Address}: {host.State.Shown}.");
            output.Line("Only this machine can see it. Save a file and the open pages reload. Stop it with Ctrl+C.");
            output.Json("site", host.Address).Json("at", moment).End();
            Write(host.State, folder, output);
            await host.Follow(state => Write(state, folder, output), stop);
            return ExitCode.Success;
        }
        catch (Exception exception) when (Ports.Refused(exception))
        {
            return output.Failure(Ports.RefusedMessage(port));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return output.Failure($"There is no preview: {Failures.Disk(exception)}");
        }
    }

    private static void Write(PreviewState state, string folder, CommandOutput output)
    {
        var here = TypedPath.Shorten(folder);
        output.Line(state.Faults.Count == 0 ? $"{Clock()}  {state.Note ?? "No faults."}" : $"{Clock()}  {state.Count}. {state.Note}");
        foreach (var fault in state.Faults)
        {
            output.Line($"{here}/{fault}");
        }
    }

    private static string Clock() => DateTimeOffset.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
