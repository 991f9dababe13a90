using Microsoft.AspNetCore.Diagnostics;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Http;

/// <summary>Answers an exception with a problem. An exception that is a fault of this program is logged.</summary>
internal sealed partial class FailureHandler(ILoggerFactory loggers) : IExceptionHandler
{
    private readonly ILogger log = loggers.CreateLogger("PublicStats");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BrokenReleaseException => Problems.NoRelease(),
            BadHttpRequestException bad => Problems.Rejected(bad.StatusCode),
            _ => Problems.Failed(),
        };
        if (exception is not (BrokenReleaseException or BadHttpRequestException))
        {
            Failed(log, httpContext.Request.Path, exception);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed.")]
    private static partial void Failed(ILogger logger, string path, Exception exception);
}
