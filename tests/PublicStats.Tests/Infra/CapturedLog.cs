using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PublicStats.Tests.Infra;

/// <summary>Keeps what is logged.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> All => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.Message}");

    public void Dispose() { }
}
