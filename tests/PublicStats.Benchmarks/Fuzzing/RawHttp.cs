using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PublicStats.Benchmarks.Fuzzing;

/// <summary>What a server answered to raw bytes.</summary>
/// <param name="Status">0 when the connection ended without an answer.</param>
/// <param name="BodyBytes">The body's length, as it was sent.</param>
internal sealed record RawAnswer(int Status, long BodyBytes, TimeSpan Took);

/// <summary>A connection that sends raw bytes and reads HTTP/1.1 answers. Reconnects when the server has closed it.</summary>
internal sealed class RawHttp(IPEndPoint server) : IDisposable
{
    private const int Patience = 30_000;

    private readonly byte[] buffer = new byte[64 * 1024];
    private Socket? socket;
    private int held;
    private int at;

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="expectsAnswer">False for a request that is cut off: the connection is closed at once.</param>
    public RawAnswer Send(byte[] request, bool isHead, bool expectsAnswer, bool keepsOpen)
    {
        var isFresh = socket is null;
        var clock = Stopwatch.StartNew();
        try
        {
            Connect().Send(request);
            if (!expectsAnswer)
            {
                Close();
                return new(0, 0, clock.Elapsed);
            }

            var answer = Read(isHead, clock);
            if (answer.Status == 0 && !isFresh)
            {
                // The server may close a connection that was kept open at any time: the request is sent once more on a new one.
                Close();
                return Send(request, isHead, expectsAnswer, keepsOpen);
            }

            if (!keepsOpen || answer.Status == 0)
            {
                Close();
            }

            return answer;
        }
        catch (SocketException)
        {
            Close();
            return isFresh ? new(0, 0, clock.Elapsed) : Send(request, isHead, expectsAnswer, keepsOpen);
        }
    }

    public void Dispose() => Close();

    private Socket Connect()
    {
        if (socket is null)
        {
            // No lingering: a hundred thousand connections would otherwise use up the machine's ports.
            socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
                LingerState = new(true, 0),
                ReceiveTimeout = Patience,
                SendTimeout = Patience,
            };
            socket.Connect(server);
            (held, at) = (0, 0);
        }

        return socket;
    }

    private void Close()
    {
        socket?.Dispose();
        socket = null;
    }

    private RawAnswer Read(bool isHead, Stopwatch clock)
    {
        while (true)
        {
            if (Head() is not { } head || head.Split('\n')[0].Split(' ') is not [_, var code, ..] || !int.TryParse(code, out var status))
            {
                return new(0, 0, clock.Elapsed);
            }

            if (status is >= 100 and < 200)
            {
                continue;
            }

            var hasBody = !isHead && status is not (204 or 304);
            var length = (hasBody, Header(head, "transfer-encoding"), Header(head, "content-length")) switch
            {
                (false, _, _) => 0,
                (_, "chunked", _) => Chunks(),
                (_, _, { } bytes) => Skip(long.Parse(bytes, CultureInfo.InvariantCulture)),
                _ => Rest(),
            };
            if (Header(head, "connection") == "close")
            {
                Close();
            }

            return new(status, length, clock.Elapsed);
        }
    }

    private string? Head()
    {
        var head = new StringBuilder();
        while (Next() is >= 0 and var next)
        {
            head.Append((char)next);
            if (next == '\n' && head.Length > 3 && head[^2] == '\r' && head[^3] == '\n')
            {
                return head.ToString();
            }
        }

        return null;
    }

    private static string? Header(string head, string name) =>
        head.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..].Trim()
            .ToLowerInvariant();

    private long Chunks()
    {
        long total = 0;
        while (true)
        {
            var line = new StringBuilder();
            for (var next = Next(); next is >= 0 and not '\n'; next = Next())
            {
                line.Append((char)next);
            }

            if (!long.TryParse(line.ToString().Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size))
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            total += Skip(size);
            Skip(2);
            if (size == 0)
            {
                return total;
            }
        }
    }

    private long Skip(long count)
    {
        for (var left = count; left > 0;)
        {
            if (at == held && !Fill())
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            var taken = (int)Math.Min(left, held - at);
            at += taken;
            left -= taken;
        }

        return count;
    }

    private long Rest()
    {
        long total = held - at;
        while (Fill())
        {
            total += held;
        }

        Close();
        return total;
    }

    private int Next() => at < held || Fill() ? buffer[at++] : -1;

    private bool Fill()
    {
        (at, held) = (0, socket?.Receive(buffer) ?? 0);
        return held > 0;
    }
}
