using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>The port that a site is served at on this machine, and what is said when it cannot be had.</summary>
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

    /// <summary>Whether a program that did not start was refused its port: another has it, or this user may not.</summary>
    public static bool Refused(Exception exception) =>
        exception is AddressInUseException or SocketException || (exception.InnerException is { } inner && Refused(inner));

    public static string Told(int port) =>
        $"Port {port} is taken, or is not yours to use. Choose another: --port "
        + $"{(port is >= 1024 and < IPEndPoint.MaxPort ? port + 1 : 5081)}.";
}
