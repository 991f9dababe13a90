using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>The option that names the port of a site on this machine.</summary>
internal static class Ports
{
    public static Option<int> Option(int usual)
    {
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1.", DefaultValueFactory = _ => usual };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 0 or > IPEndPoint.MaxPort)
            {
                result.AddError($"--port: {number} is not a port. Write a number from 1024 to {IPEndPoint.MaxPort}.");
            }
        });
        return port;
    }

    /// <summary>Whether a server did not start because its port is in use, or not allowed for this user.</summary>
    public static bool Refused(Exception exception) =>
        exception is AddressInUseException or SocketException || (exception.InnerException is { } inner && Refused(inner));

    public static string RefusedMessage(int port) =>
        $"Port {port} is taken, or is not yours to use. Choose another: --port "
        + $"{(port is >= 1024 and < IPEndPoint.MaxPort ? port + 1 : 5081)}.";
}
