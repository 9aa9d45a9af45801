using System.Text;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Messages;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// The text of a file on disk. A byte order mark says UTF-8, UTF-16 LE or BE and is no part of the text; without one the bytes are
/// UTF-8, and what is not becomes U+FFFD. A file with a NUL is no text.
/// </summary>
/// <param name="Text">The text, or null when there is none to be had.</param>
/// <param name="Problem">Why there is none, where that is worth a line in the log; a missing file is not.</param>
internal sealed record DiskText(SourceText? Text, LocalizedText? Problem)
{
    /// <summary>Largest file that is read, in bytes; no Dockerfile that a person wrote is larger.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly DiskText Missing = new(null, null);
    private static readonly DiskText Empty = new(SourceText.Empty, null);

    /// <summary>Reads a file. Never fails.</summary>
    public static DiskText Read(string path)
    {
        try
        {
            // A file without bytes is not opened: it may be a pipe or a device, which would never end or never even open.
            if (new FileInfo(path).Length == 0)
                return Empty;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > MaxBytes)
                return new DiskText(null, HostMessages.FileTooLarge.With(path, (MaxBytes / (1024 * 1024)).ToString(null, null)));
            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Decode(bytes.AsSpan(0, length)) is { } text
                ? new DiskText(SourceText.From(text), null)
                : new DiskText(null, HostMessages.NotText.With(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Directory.Exists(path) ? Missing : new DiskText(null, HostMessages.UnreadableFile.With(path, exception.Message));
        }
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => Encoding.UTF8.GetString(bytes),
        };
        return text.Contains('\0') ? null : text;
    }
}
