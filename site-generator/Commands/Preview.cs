using System.CommandLine;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.SiteGenerator.Preview;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats preview</c></summary>
internal static class Preview
{
    public static Command Verb()
    {
        var at = new Option<string?>("--at")
        {
            Description =
                "The moment, in the publication's own time: \"2026-07-31 09:30\". Left out: the next one announced in "
                + "calendar.csv, or now.",
        };
        var port = Ports.Option(5090);
        var verb = new Command(
            "preview",
            "Shows the site and the API as they will be at a moment, on this machine only, marked as not published. Open "
                + "pages reload at every save, and faults stand in the page they are about. "
                + "Nothing is sealed, and the folder releases is only read.\n\nExample: publicstats preview --at \"2026-07-31 09:30\""
        )
        {
            at,
            port,
        };
        verb.SetAction(
            async (parsed, stop) =>
                PublicStatsTool.Folder(parsed) is { } folder
                    ? await Run(folder, parsed.GetValue(at), parsed.GetValue(port), CommandOutput.Of(parsed), stop)
                    : ExitCode.Failure
        );
        return verb;
    }

    private static async Task<int> Run(string folder, string? at, int port, CommandOutput telling, CancellationToken stop)
    {
        var desk = new ReleaseWorkflow(folder, TimeProvider.System);
        var reason = "";
        var moment = default(DateTimeOffset);
        if (at is not null && !ZonedTime.TryParse(at, desk.TimeZone, out moment, out reason))
        {
            return telling.Failure($"--at: {reason}");
        }

        moment = at is null ? PreviewBuilder.NextMoment(folder, desk.TimeZone) : moment;
        if (desk.Store.History().PublishedBy(DateTimeOffset.UtcNow).LastOrDefault() is { } last && last.PublishedAt >= moment)
        {
            return telling.Failure(
                $"Release {last.Id} is published at that time or later, so nothing of your files is seen then. Choose a later time."
            );
        }

        try
        {
            telling.Line($"Making the preview of {PublicStatsTool.Here(folder)}…");
            await using var host = new PreviewHost(folder, moment, port);
            await host.Start(stop);
            telling.Line($"Preview at {host.Address}: {host.State.Shown}.");
            telling.Line("It is seen on this machine only. Save a file and the open pages reload. Stop it with Ctrl+C.");
            telling.Json("site", host.Address).Json("at", moment).Write(ExitCode.Success);
            Tell(host.State, folder, telling);
            await host.Follow(state => Tell(state, folder, telling), stop);
            return ExitCode.Success;
        }
        catch (Exception exception) when (Ports.Refused(exception))
        {
            return telling.Failure(Ports.Told(port));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return telling.Failure($"There is no preview: {Failures.Disk(exception)}");
        }
    }

    private static void Tell(PreviewState state, string folder, CommandOutput telling)
    {
        var here = PublicStatsTool.Here(folder);
        telling.Line(state.Faults.Count == 0 ? $"{Clock()}  {state.Note ?? "No faults."}" : $"{Clock()}  {state.Count}. {state.Note}");
        foreach (var fault in state.Faults)
        {
            telling.Line($"{here}/{fault}");
        }
    }

    private static string Clock() => DateTimeOffset.Now.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
