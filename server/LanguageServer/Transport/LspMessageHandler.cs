using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Dockstage.LanguageServer.Transport;

/// <summary>
/// Carries messages for StreamJsonRpc. The library's own handlers close the connection on invalid JSON, on a batch and on a broken
/// frame; this one answers (JSON-RPC 2.0, section 5.1: -32700, -32600 with the id null where there is none) and reads on.
/// </summary>
internal sealed class LspMessageHandler : MessageHandlerBase
{
    /// <summary>How long requests may still be worked on after <c>exit</c> or the end of the input.</summary>
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(2);

    private readonly FrameReader _frames;
    private readonly PipeReader _input;
    private readonly Stream _output;
    private readonly Func<string, ResponseError?> _refuse;
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly ArrayBufferWriter<byte> _frame = new();

    /// <summary>Ids of our own questions that are not answered yet, and of the client's.</summary>
    private readonly ConcurrentDictionary<RequestId, bool> _asked = new();
    private readonly ConcurrentDictionary<RequestId, bool> _toAnswer = new();
    private readonly SemaphoreSlim _answered = new(0);
    private readonly Lock _ending = new();
    private Task? _lastAnswers;

    /// <param name="input">What the client sends.</param>
    /// <param name="output">What the client reads. Nothing else may write there.</param>
    /// <param name="formatter">Reads and writes one message.</param>
    /// <param name="refuse">Why a request for this method is not even looked at now, or null.</param>
    public LspMessageHandler(Stream input, Stream output, IJsonRpcMessageFormatter formatter, Func<string, ResponseError?> refuse)
        : base(formatter)
    {
        _input = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 16 * 1024));
        _output = output;
        _frames = new FrameReader(_input);
        _refuse = refuse;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>
    /// Ends when what was asked so far is answered: who closes the input or says <c>exit</c> without waiting may still read the output.
    /// </summary>
    public Task LastAnswersAsync()
    {
        lock (_ending)
            return _lastAnswers ??= AnswerAllAsync();
    }

    /// <inheritdoc/>
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (await _frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            if (frame.Problem is not null)
            {
                await AnswerAsync(RequestId.Null, new ResponseError(ErrorCode.ParseError, frame.Problem), cancellationToken)
                    .ConfigureAwait(false);
                continue;
            }

            var shape = MessageShape.Read(frame.Body);
            if (FindError(shape) is { } error)
            {
                // A notification has no answer, but what is no message at all gets one.
                if (shape.IsRequest || shape.Problem is not null)
                    await AnswerAsync(shape.Id.IsEmpty ? RequestId.Null : shape.Id, error, cancellationToken).ConfigureAwait(false);
                continue;
            }

            // StreamJsonRpc closes the connection on an answer to a question that it has not asked.
            if (shape.Method is null && !_asked.TryRemove(shape.Id, out _))
                continue;
            return Formatter.Deserialize(new ReadOnlySequence<byte>(WithParameters(frame.Body, shape)));
        }

        await LastAnswersAsync().ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    protected override ValueTask WriteCoreAsync(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        if (content is JsonRpcRequest { IsResponseExpected: true } question)
            _asked[question.RequestId] = true;
        _body.ResetWrittenCount();
        Formatter.Serialize(_body, content);
        _frame.ResetWrittenCount();
        Encoding.ASCII.GetBytes($"Content-Length: {_body.WrittenCount}\r\n\r\n", _frame);
        _frame.Write(_body.WrittenSpan);
        Send(_frame.WrittenSpan);
        if (content is IJsonRpcMessageWithId answer and not (JsonRpcRequest or Refusal) && _toAnswer.TryRemove(answer.RequestId, out _))
            _answered.Release();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected override void DisposeReader() => _input.Complete();

    /// <inheritdoc/>
    protected override void DisposeWriter() => _output.Dispose();

    /// <summary>
    /// Messages go out one after another anyway, and the standard streams of a process know no asynchronous write: one would only wake
    /// another thread to do the same.
    /// </summary>
    private void Send(ReadOnlySpan<byte> frame)
    {
        _output.Write(frame);
        _output.Flush();
    }

    private async Task AnswerAllAsync()
    {
        using var patience = new CancellationTokenSource(LastAnswers);
        try
        {
            while (!_toAnswer.IsEmpty)
                await _answered.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client is gone, or it takes too long.
        }
    }

    private ResponseError? FindError(MessageShape shape)
    {
        if (shape.Problem is not null)
            return new ResponseError(ErrorCode.InvalidRequest, shape.Problem);
        if (shape.Method is null)
            return null;
        if (shape.IsRequest && _refuse(shape.Method) is { } refusal)
            return refusal;
        // LSP: the parameters of every method are an object.
        if (shape.Parameters == JsonTokenType.StartArray)
            return new ResponseError(ErrorCode.InvalidParams, "params: an object is expected");
        if (shape.IsRequest && !_toAnswer.TryAdd(shape.Id, true))
            return new ResponseError(ErrorCode.InvalidRequest, "a request with this id is not answered yet");
        return null;
    }

    private ValueTask AnswerAsync(RequestId id, ResponseError error, CancellationToken cancellationToken) =>
        WriteAsync(
            new Refusal
            {
                RequestId = id,
                Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)error.Code, Message = error.Message },
            },
            cancellationToken);

    /// <summary>Parameters that are absent or null count as an object without properties, so that every method has parameters.</summary>
    private static byte[] WithParameters(byte[] body, MessageShape shape)
    {
        LoneSurrogates.Replace(body);
        if (shape.Method is null || shape.Parameters == JsonTokenType.StartObject)
            return body;
        if (shape.Parameters == JsonTokenType.Null)
        {
            "{}  "u8.CopyTo(body.AsSpan(shape.ParametersAt));
            return body;
        }

        var start = body.AsSpan().IndexOf((byte)'{') + 1;
        return [.. body.AsSpan(0, start), .. "\"params\":{},"u8, .. body.AsSpan(start)];
    }

    /// <summary>An answer that StreamJsonRpc knows nothing of.</summary>
    private sealed class Refusal : JsonRpcError;
}
