namespace PublicStats.Data;

internal static class Placeholder;
