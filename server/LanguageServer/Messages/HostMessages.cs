using Dockstage.Core.Messages;

namespace Dockstage.LanguageServer.Messages;

/// <summary>What the host itself says to people: log lines, progress, and why a command cannot be run.</summary>
internal static class HostMessages
{
    /// <summary>{0} method, {1} the exception.</summary>
    public static Message RequestFailed { get; } = new("{0} failed: {1}", "{0}: ошибка: {1}");

    /// <summary>{0} method, {1} what is wrong.</summary>
    public static Message MessageDropped { get; } = new("{0} was ignored: {1}", "{0} пропущено: {1}");

    /// <summary>{0} name of the setting.</summary>
    public static Message InvalidSetting { get; } =
        new("Setting {0} has a value of a wrong kind and is ignored.", "Настройка {0} имеет недопустимое значение и не учитывается.");

    /// <summary>{0} the file, {1} the system's reason.</summary>
    public static Message UnreadableFile { get; } = new("{0} cannot be read: {1}", "Не удаётся прочитать {0}: {1}");

    /// <summary>{0} the path, as it was written.</summary>
    public static Message NoSuchPath { get; } = new("{0} does not exist.", "{0} не существует.");

    /// <summary>{0} the file.</summary>
    public static Message NotText { get; } = new("{0} is not a text file and is ignored.", "{0} не является текстовым файлом и не учитывается.");

    /// <summary>{0} the file, {1} the limit in MiB.</summary>
    public static Message FileTooLarge { get; } =
        new("{0} is larger than {1} MiB and is ignored.", "{0} больше {1} МиБ и не учитывается.");

    /// <summary>Title of the progress while folders are read.</summary>
    public static Message Scanning { get; } = new("Reading Dockerfiles and compose files", "Чтение файлов Dockerfile и compose");

    /// <summary>{0} the number of files.</summary>
    public static Message Scanned { get; } = new("{0} files", "Файлов: {0}");

    /// <summary>{0} the command.</summary>
    public static Message UnknownCommand { get; } = new("Unknown command: {0}", "Неизвестная команда: {0}");

    /// <summary>{0} the command.</summary>
    public static Message InvalidArguments { get; } = new("{0}: the arguments are not understood.", "{0}: не удалось разобрать аргументы.");

    /// <summary>A fix is asked for whose finding is gone.</summary>
    public static Message FixIsOutdated { get; } =
        new("The text has changed since; ask for the fixes again.", "Текст с тех пор изменился, запросите исправления ещё раз.");
}
