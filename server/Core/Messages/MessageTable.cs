namespace Dockstage.Core.Messages;

/// <summary>Every sentence that Core says to people. Quoted BuildKit text stays English.</summary>
public static class MessageTable
{
    /// <summary>TargetNotFound, with a near name. {0} the target, {1} the Dockerfile, {2} the near name.</summary>
    public static Message TargetNotFoundSuggest { get; } = new(
        "{1} has no stage named '{0}'. Did you mean '{2}'?",
        "В {1} нет стадии «{0}». Возможно, имелась в виду «{2}»?");

    /// <summary>TargetNotFound, with the names there are. {0} the target, {1} the Dockerfile, {2} the names.</summary>
    public static Message TargetNotFoundList { get; } = new(
        "{1} has no stage named '{0}'. Its stages: {2}.",
        "В {1} нет стадии «{0}». Есть стадии: {2}.");

    /// <summary>TargetNotFound in a Dockerfile that names no stage. {0} the target, {1} the Dockerfile.</summary>
    public static Message TargetNotFoundNoNames { get; } = new(
        "{1} has no stage named '{0}': none of its stages has a name.",
        "В {1} нет стадии «{0}»: там ни у одной стадии нет имени.");

    /// <summary>At the stage that was probably meant. {0} its name.</summary>
    public static Message StageDeclaredHere { get; } = new(
        "stage '{0}' is declared here",
        "здесь объявлена стадия «{0}»");

    /// <summary>DockerfileNotFound. {0} the path looked for.</summary>
    public static Message DockerfileNotFound { get; } = new(
        "There is no Dockerfile at {0}.",
        "По пути {0} нет Dockerfile.");

    /// <summary>The lens over a FROM. {0} the stage.</summary>
    public static Message BuildLens { get; } = new("▷ Build {0}", "▷ Собрать {0}");

    /// <summary>The lens over the last FROM when its stage has no name.</summary>
    public static Message BuildDefaultLens { get; } = new("▷ Build (last stage)", "▷ Собрать (последняя стадия)");

    /// <summary>Hover: the stage that a build without a target builds.</summary>
    public static Message DefaultTarget { get; } = new("default target", "цель по умолчанию");

    /// <summary>Hover: a stage without a name. {0} its index.</summary>
    public static Message UnnamedStage { get; } = new("stage {0} (unnamed)", "стадия {0} (без имени)");

    /// <summary>Hover: the kind of thing that a name is.</summary>
    public static Message StageWord { get; } = new("stage", "стадия");

    /// <summary>Hover: in front of the consumers that build the stage.</summary>
    public static Message BuiltBy { get; } = new("Built by", "Собирают:");

    /// <summary>Hover, when a base cannot be told.</summary>
    public static Message UnknownBase { get; } = new("?", "?");

    /// <summary>Build command: no such stage. {0} the stage, {1} the Dockerfile.</summary>
    public static Message NoSuchStage { get; } = new(
        "{1} has no stage named '{0}' any more.",
        "В {1} больше нет стадии «{0}».");

    /// <summary>Build command: the document is not on a disk. {0} its URI.</summary>
    public static Message NotAFile { get; } = new(
        "{0} is not a file on disk, so no engine can build it. Save it first.",
        "{0} не является файлом на диске, и собрать его нельзя. Сначала сохраните его.");

    /// <summary>Build command: unknown document. {0} its URI.</summary>
    public static Message NoSuchDockerfile { get; } = new(
        "{0} is not known as a Dockerfile.",
        "{0} не известен как Dockerfile.");

    /// <summary>Build command: the tag template gives no image name. {0} the tag.</summary>
    public static Message InvalidTag { get; } = new(
        "'{0}' is not an image name that Docker accepts. Correct the setting dockstage.build.tag.",
        "«{0}» не годится как имя образа Docker. Исправьте настройку dockstage.build.tag.");
}
