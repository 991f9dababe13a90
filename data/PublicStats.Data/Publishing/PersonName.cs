using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PublicStats.Data.Publishing;

/// <summary>
/// Compares names by what a person sees. Invisible characters, letter case, spaces, accents and letters of other scripts that look the
/// same make no difference. Two people may count as one, and must then give clearer names. One person never counts as two.
/// </summary>
internal static class PersonName
{
    // The library's normalisation does nothing without ICU, which the tool is built without: so what matters in names is here.
    private static readonly FrozenDictionary<int, string> Seen = Table(
        // Cyrillic.
        "А=A В=B Е=E Ё=E З=3 І=I Ї=I Ј=J К=K М=M Н=H О=O Р=P С=C Т=T У=Y Х=X Ѕ=S Ԍ=G Ԛ=Q Ԝ=W Ү=Y Ғ=F Ԁ=D Һ=H Ӏ=I",
        "а=a в=b е=e ё=e з=3 і=i ї=i ј=j к=k м=m н=h о=o р=p с=c т=t у=y х=x ѕ=s ԍ=g ԛ=q ԝ=w ү=y ғ=f ԁ=d һ=h ӏ=l г=r п=n",
        // Greek.
        "Α=A Β=B Ε=E Ζ=Z Η=H Ι=I Κ=K Μ=M Ν=N Ο=O Ρ=P Τ=T Υ=Y Χ=X Ϲ=C Ϳ=J Ά=A Έ=E Ή=H Ί=I Ό=O Ύ=Y",
        "α=a β=b γ=y ε=e η=n ι=i κ=k ν=v ο=o ρ=p σ=o τ=t υ=u χ=x ω=w ϲ=c ϳ=j ά=a έ=e ή=n ί=i ό=o ύ=u ς=c",
        // Armenian and others that are met as look-alikes.
        "օ=o ո=n ս=u հ=h ց=g զ=q ա=w ɡ=g ɑ=a ɩ=i ı=i ſ=s ƅ=b ʀ=r ᴀ=a ᴄ=c ᴅ=d ᴇ=e ᴊ=j ᴋ=k ᴍ=m ᴏ=o ᴘ=p ᴛ=t ᴜ=u ᴠ=v ᴡ=w ᴢ=z",
        // Latin with accents, written as one character; written as two, the mark is taken out.
        "À=A Á=A Â=A Ã=A Ä=A Å=A Ā=A Ă=A Ą=A Ç=C Ć=C Ĉ=C Ċ=C Č=C Ď=D Đ=D È=E É=E Ê=E Ë=E Ē=E Ĕ=E Ė=E Ę=E Ě=E Ĝ=G Ğ=G Ġ=G Ģ=G Ĥ=H Ħ=H",
        "Ì=I Í=I Î=I Ï=I Ĩ=I Ī=I Ĭ=I Į=I İ=I Ĵ=J Ķ=K Ĺ=L Ļ=L Ľ=L Ł=L Ñ=N Ń=N Ņ=N Ň=N Ò=O Ó=O Ô=O Õ=O Ö=O Ø=O Ō=O Ŏ=O Ő=O Ŕ=R Ŗ=R Ř=R",
        "Ś=S Ŝ=S Ş=S Š=S Ș=S Ţ=T Ť=T Ŧ=T Ț=T Ù=U Ú=U Û=U Ü=U Ũ=U Ū=U Ŭ=U Ů=U Ű=U Ų=U Ŵ=W Ý=Y Ŷ=Y Ÿ=Y Ź=Z Ż=Z Ž=Z",
        "à=a á=a â=a ã=a ä=a å=a ā=a ă=a ą=a ç=c ć=c ĉ=c ċ=c č=c ď=d đ=d è=e é=e ê=e ë=e ē=e ĕ=e ė=e ę=e ě=e ĝ=g ğ=g ġ=g ģ=g ĥ=h ħ=h",
        "ì=i í=i î=i ï=i ĩ=i ī=i ĭ=i į=i ĵ=j ķ=k ĺ=l ļ=l ľ=l ł=l ñ=n ń=n ņ=n ň=n ò=o ó=o ô=o õ=o ö=o ø=o ō=o ŏ=o ő=o ŕ=r ŗ=r ř=r",
        "ś=s ŝ=s ş=s š=s ș=s ţ=t ť=t ŧ=t ț=t ù=u ú=u û=u ü=u ũ=u ū=u ŭ=u ů=u ű=u ų=u ŵ=w ý=y ŷ=y ÿ=y ź=z ż=z ž=z ß=ss æ=ae Æ=AE œ=oe Œ=OE",
        // Compatibility forms: ligatures, Roman numerals, letters as symbols.
        "ﬀ=ff ﬁ=fi ﬂ=fl ﬃ=ffi ﬄ=ffl ﬅ=st ﬆ=st ⅰ=i ⅴ=v ⅹ=x ⅼ=l ⅽ=c ⅾ=d ⅿ=m Ⅰ=I Ⅴ=V Ⅹ=X Ⅼ=L Ⅽ=C Ⅾ=D Ⅿ=M ℂ=C ℊ=g ℋ=H ℎ=h ℐ=I ℓ=l ℕ=N",
        "ℙ=P ℚ=Q ℛ=R ℝ=R ℤ=Z ℬ=B ℯ=e ℰ=E ℱ=F ℳ=M ℴ=o ℹ=i K=K Å=A ª=a º=o ᵃ=a ᵇ=b ᶜ=c ᵈ=d ᵉ=e ᵍ=g ⁱ=i ᵏ=k ᵐ=m ⁿ=n ᵒ=o ᵖ=p ᵗ=t ᵘ=u ᵛ=v",
        // Digits and strokes that stand for letters, and hyphens and points of other kinds.
        "0=o 1=l |=l ‐=- ‑=- ‒=- –=- —=- −=- ’=' ‘=' ʼ=' ․=. ·=."
    );

    // Default-ignorable characters that are no format characters, and fillers that show as nothing.
    private static readonly (int First, int Last)[] Invisible =
    [
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x2065, 0x2065),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0xE0000, 0xE0FFF),
    ];

    /// <summary>Whether two names are of one person; one that shows nothing is nobody's, and so never of a second.</summary>
    public static bool IsSame(string one, string other) => Folded(other) is var folded && (folded.Length == 0 || folded == Folded(one));

    /// <summary>Whether a text shows nothing.</summary>
    public static bool IsBlank(string text) => Folded(text).Length == 0;

    private static string Folded(string name)
    {
        var folded = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // Spaces may be too thin to see, so none counts.
            if (IsInvisible(rune) || Rune.IsWhiteSpace(rune))
            {
                continue;
            }

            // The same table again after the case is folded, for letters whose small form looks like another's.
            foreach (var seen in Looks(Plain(rune)).ToLowerInvariant().EnumerateRunes())
            {
                folded.Append(Looks(seen.Value));
            }
        }

        return folded.ToString();
    }

    private static string Looks(int value) => Seen.TryGetValue(value, out var seen) ? seen : new Rune(value).ToString();

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
        || Invisible.Any(range => range.First <= rune.Value && rune.Value <= range.Last);

    // Forms of a letter or digit that stand in blocks, in the order of the alphabet: full-width, in a circle, mathematical.
    private static int Plain(Rune rune) =>
        rune.Value switch
        {
            >= 0xFF01 and <= 0xFF5E => rune.Value - 0xFEE0,
            >= 0x24B6 and <= 0x24CF => 'A' + rune.Value - 0x24B6,
            >= 0x24D0 and <= 0x24E9 => 'a' + rune.Value - 0x24D0,
            >= 0x1D400 and <= 0x1D6A3 => Letter((rune.Value - 0x1D400) % 52),
            >= 0x1D7CE and <= 0x1D7FF => '0' + ((rune.Value - 0x1D7CE) % 10),
            >= 0x1F130 and <= 0x1F149 => 'A' + rune.Value - 0x1F130,
            _ => rune.Value,
        };

    private static int Letter(int place) => place < 26 ? 'A' + place : 'a' + place - 26;

    private static FrozenDictionary<int, string> Table(params string[] pairs) =>
        pairs
            .SelectMany(line => line.Split(' '))
            .Select(pair =>
                pair.EnumerateRunes().First() is var rune ? (rune.Value, Seen: pair[(rune.Utf16SequenceLength + 1)..]) : default
            )
            .DistinctBy(pair => pair.Value)
            .ToFrozenDictionary(pair => pair.Value, pair => pair.Seen);
}
