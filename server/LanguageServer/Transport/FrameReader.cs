using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dockstage.LanguageServer.Transport;

/// <summary>
/// Cuts a stream of bytes into frames (LSP, Base Protocol: header lines, an empty line, then as many bytes as <c>Content-Length</c>
/// says). A broken frame is reported once, and reading goes on at the next <c>Content-Length:</c>, because a server that dies of one
/// bad frame takes the user's editor features with it.
/// </summary>
internal sealed class FrameReader(PipeReader pipe)
{
    /// <summary>Largest body that is read, in bytes; a longer one is refused.</summary>
    public const int MaxBodyBytes = 256 * 1024 * 1024;

    /// <summary>Longest header that is read, in bytes; what is longer is no header.</summary>
    public const int MaxHeaderBytes = 8 * 1024;

    private static readonly byte[] ContentLength = "Content-Length:"u8.ToArray();
    private static readonly byte[] HeaderEnd = "\r\n\r\n"u8.ToArray();
    private bool _isLost;

    /// <summary>The next frame, or null at the end of the stream. The body is valid until the next call.</summary>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var step = Step(result.Buffer);
            pipe.AdvanceTo(step.Consumed, step.Consumed.Equals(result.Buffer.Start) ? result.Buffer.End : step.Consumed);
            if (step.Frame is { } frame)
                return frame;
            if (step.NeedsMore && result.IsCompleted)
                return null;
        }
    }

    private StepResult Step(ReadOnlySequence<byte> buffer)
    {
        if (_isLost)
        {
            var next = IndexOf(buffer, ContentLength);
            if (next is null)
                return new StepResult(KeepTail(buffer, ContentLength.Length - 1), NeedsMore: true);
            _isLost = false;
            buffer = buffer.Slice(next.Value);
        }

        var headerEnd = IndexOf(buffer.Slice(0, Math.Min(buffer.Length, MaxHeaderBytes)), HeaderEnd);
        if (headerEnd is null)
            return buffer.Length >= MaxHeaderBytes ? Broken(buffer, "a header without an end") : new StepResult(buffer.Start, NeedsMore: true);
        var header = buffer.Slice(0, headerEnd.Value);
        if (ReadLength(Encoding.ASCII.GetString(header)) is not { } length)
            return Broken(buffer, "a header without a Content-Length that is a number");
        if (length > MaxBodyBytes)
            return Broken(buffer, $"a body of more than {MaxBodyBytes} bytes");
        var rest = buffer.Slice(buffer.GetPosition(HeaderEnd.Length, headerEnd.Value));
        if (rest.Length < length)
            return new StepResult(buffer.Start, NeedsMore: true);
        var body = rest.Slice(0, length).ToArray();
        if (IsJson(body))
            return new StepResult(rest.GetPosition(length), NeedsMore: false, new Frame(body, Problem: null));
        // The length may have been wrong in either direction: the next frame is looked for from the start of this body on.
        _isLost = true;
        return new StepResult(rest.Start, NeedsMore: false, new Frame(body, "invalid JSON"));
    }

    /// <summary>Reports a broken frame and skips its first byte, so that the same header is not found again.</summary>
    private StepResult Broken(ReadOnlySequence<byte> buffer, string problem)
    {
        _isLost = true;
        return new StepResult(buffer.GetPosition(1), NeedsMore: false, new Frame([], problem));
    }

    private static bool IsJson(byte[] body)
    {
        if (!Utf8.IsValid(body))
            return false;
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
                reader.Skip();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static long? ReadLength(string header)
    {
        long? length = null;
        foreach (var line in header.Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            if (colon < 1)
                return null;
            if (!line.AsSpan(0, colon).Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!long.TryParse(line.AsSpan(colon + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return null;
            length = value;
        }

        return length;
    }

    private static SequencePosition? IndexOf(ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> wanted)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, wanted, advancePastDelimiter: false) ? reader.Position : null;
    }

    private static SequencePosition KeepTail(ReadOnlySequence<byte> buffer, int tail) =>
        buffer.GetPosition(Math.Max(0, buffer.Length - tail));

    private readonly record struct StepResult(SequencePosition Consumed, bool NeedsMore, Frame? Frame = null);
}

/// <summary>One frame, or what is wrong with it.</summary>
/// <param name="Body">The bytes of its body.</param>
/// <param name="Problem">Why it is no frame, or null.</param>
internal sealed record Frame(byte[] Body, string? Problem);
