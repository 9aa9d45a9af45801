using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Cli;

/// <summary>What the executable says to people. Usage errors and headings of the help are System.CommandLine's own and stay English.</summary>
internal static class CliMessages
{
    /// <summary>What the program is.</summary>
    public static Message Program { get; } = new(
        "Understands the stages of multi-stage Dockerfiles and the files that name them.",
        "Понимает стадии многостадийных Dockerfile и файлы, которые на них ссылаются.");

    /// <summary><c>--locale</c>.</summary>
    public static Message Locale { get; } = new("Language of messages: en or ru.", "Язык сообщений: en или ru.");

    /// <summary><c>lsp</c>.</summary>
    public static Message Lsp { get; } = new("Run the language server.", "Запустить языковой сервер.");

    /// <summary><c>lsp --stdio</c>.</summary>
    public static Message Stdio { get; } = new(
        "Speak the protocol over standard input and output; there is no other way.",
        "Обмен по протоколу через стандартные ввод и вывод; другого способа нет.");

    /// <summary><c>lsp</c> without <c>--stdio</c>.</summary>
    public static Message StdioMissing { get; } = new("lsp: --stdio is missing.", "lsp: не указан --stdio.");

    /// <summary><c>syntax</c>.</summary>
    public static Message Syntax { get; } = new(
        "Print the syntax tree of a Dockerfile: kind, place and text of each node. For debugging.",
        "Напечатать синтаксическое дерево Dockerfile: вид, место и текст каждого узла. Для отладки.");

    /// <summary><c>syntax DOCKERFILE</c>.</summary>
    public static Message Dockerfile { get; } = new("The Dockerfile.", "Путь к файлу Dockerfile.");

    /// <summary>{0} the file.</summary>
    public static Message NoSuchFile { get; } = new("{0}: no such file.", "{0}: нет такого файла.");

    /// <summary>Last line of a usage error.</summary>
    public static Message TryHelp { get; } = new("Try 'dockstage --help'.", "Справка: dockstage --help.");

    /// <summary><c>check</c>.</summary>
    public static Message Check { get; } = new(
        "Check Dockerfiles, compose files and .dockstage.json files. Exit code 0: nothing found, 1: findings, 2: something could not be read.",
        "Проверить файлы Dockerfile, compose и .dockstage.json. Код выхода 0: ничего не найдено, 1: есть замечания, 2: что-то не прочитано.");

    /// <summary><c>check PATHS</c>.</summary>
    public static Message Paths { get; } = new(
        "Files and folders; without any, the current folder. Folders are searched by file names; a file named here is read whatever its name.",
        "Файлы и папки; если не указаны, текущая папка. В папках файлы ищутся по именам; указанный файл читается при любом имени.");

    /// <summary><c>graph PATH</c>.</summary>
    public static Message OnePath { get; } = new(
        "A Dockerfile or a folder; without it, the current folder.",
        "Dockerfile или папка; если не указано, текущая папка.");

    /// <summary>An option that does not exist. {0} the option.</summary>
    public static Message UnknownOption { get; } = new(
        "{0} is no option of this command. A file of that name is written ./{0}.",
        "{0} не является параметром этой команды. Файл с таким именем пишется ./{0}.");

    /// <summary><c>check --format</c>.</summary>
    public static Message Format { get; } = new(
        "How findings are written: for people, as JSON, as SARIF 2.1.0, or as annotations of GitHub Actions.",
        "Вид вывода: для людей, JSON, SARIF 2.1.0 или аннотации GitHub Actions.");

    /// <summary><c>check --severity</c>.</summary>
    public static Message Severity { get; } = new(
        "The least grave findings to show. Hints never change the exit code.",
        "Наименьшая показываемая важность. Подсказки (hint) не влияют на код выхода.");

    /// <summary><c>check</c>, when the folders hold nothing of our kinds.</summary>
    public static Message NothingToCheck { get; } = new(
        "no Dockerfile, compose file or .dockstage.json was found.",
        "не найдено ни одного Dockerfile, compose или .dockstage.json.");

    /// <summary>Summary: no findings.</summary>
    public static Message NothingFound { get; } = new("Nothing found.", "Замечаний нет.");

    /// <summary>Summary. {0} how many.</summary>
    public static Message FilesChecked { get; } = new("Files checked: {0}.", "Проверено файлов: {0}.");

    /// <summary>Summary: how many findings of one severity. {0} how many.</summary>
    public static Message CountOf(Severity severity) => severity switch
    {
        Core.Rules.Severity.Error => new("errors: {0}", "ошибок: {0}"),
        Core.Rules.Severity.Warning => new("warnings: {0}", "предупреждений: {0}"),
        Core.Rules.Severity.Info => new("information: {0}", "сведений: {0}"),
        _ => new("hints: {0}", "подсказок: {0}"),
    };

    /// <summary><c>targets</c>.</summary>
    public static Message Targets { get; } = new(
        "List what can be built: the stages of Dockerfiles and the builds of compose files, and the command for each.",
        "Показать, что можно собрать: стадии Dockerfile и сборки из файлов compose, и команду для каждой.");

    /// <summary><c>targets --format</c> and <c>plan --format</c>.</summary>
    public static Message TargetsFormat { get; } = new("How it is written: for people, or as JSON.", "Вид вывода: для людей или JSON.");

    /// <summary><c>targets</c> and <c>graph</c>, when the folders hold nothing that is built.</summary>
    public static Message NothingToBuild { get; } = new("no Dockerfile and no compose file was found.", "не найдено ни одного Dockerfile или compose.");

    /// <summary><c>targets</c>: a Dockerfile without FROM.</summary>
    public static Message NoStages { get; } = new("no stages", "стадий нет");

    /// <summary>Behind the stage that a build without a target builds.</summary>
    public static Message DefaultStage { get; } = new("default", "по умолчанию");

    /// <summary>A stage without a name. {0} its index.</summary>
    public static Message StageByIndex { get; } = new("stage {0}", "стадия {0}");

    /// <summary><c>targets</c>: a stage that no build can ask for.</summary>
    public static Message TargetWithoutName { get; } = new("no target: it has no name", "не цель: нет имени");

    /// <summary><c>targets</c>: a stage behind another one of the same name.</summary>
    public static Message TargetHidden { get; } = new(
        "no target: a later stage has the same name", "не цель: ниже есть стадия с тем же именем");

    /// <summary><c>targets</c>: a build whose Dockerfile does not exist.</summary>
    public static Message DockerfileMissing { get; } = new("does not exist", "не существует");

    /// <summary><c>targets</c>: a build whose stage does not exist.</summary>
    public static Message StageMissing { get; } = new("has no such stage", "такой стадии нет");

    /// <summary><c>targets</c>: a file laid over others. {0} those files.</summary>
    public static Message MergedWith { get; } = new("over {0}", "поверх {0}");

    /// <summary><c>targets</c>: a Dockerfile that is written inside the consumer's file.</summary>
    public static Message Inline { get; } = new("written in the file itself", "записан в самом файле");

    /// <summary><c>plan</c>.</summary>
    public static Message Plan { get; } = new(
        "Show which stages a build runs and skips, in order and why. Exit code 1: BuildKit refuses the build, 2: there is no such file or target.",
        "Показать, какие стадии сборка выполняет и какие пропускает, по порядку и почему. Код выхода 1: BuildKit откажется собирать, 2: нет такого файла или цели.");

    /// <summary><c>plan --target</c>.</summary>
    public static Message PlanTarget { get; } = new("The stage to build; without it, the last one.", "Стадия, которая собирается; если не указана, последняя.");

    /// <summary>A folder where a file is wanted. {0} the folder.</summary>
    public static Message IsFolder { get; } = new("{0} is a folder: name the Dockerfile in it.", "{0} — это папка: укажите Dockerfile в ней.");

    /// <summary><c>plan</c> of a file without FROM. {0} the file.</summary>
    public static Message NothingToPlan { get; } = new("{0} has no stage: there is no FROM in it.", "В {0} нет стадий: там нет FROM.");

    /// <summary>First line of a plan. {0} the target, {1} the file, {2} how many stages are run, {3} how many there are.</summary>
    public static Message PlanHeading { get; } = new("{0} of {1}: runs {2} of {3} stages", "{0} из {1}: выполняется стадий: {2} из {3}");

    /// <summary>Above the stages that are skipped.</summary>
    public static Message PlanSkips { get; } = new("Skipped", "Пропускаются");

    /// <summary>Above the images.</summary>
    public static Message PlanImages { get; } = new("Images needed", "Нужны образы");

    /// <summary>Why a stage is run: asked for.</summary>
    public static Message BecauseTarget { get; } = new("the target", "это цель");

    /// <summary>Why a stage is run. {0} the stage that is built on it, {1} the line.</summary>
    public static Message BecauseFrom { get; } = new("{0} is built on it (line {1})", "на ней основана {0} (строка {1})");

    /// <summary>Why a stage is run. {0} the stage that copies, {1} the line.</summary>
    public static Message BecauseCopy { get; } = new("{0} copies from it (line {1})", "из неё копирует {0} (строка {1})");

    /// <summary>Why a stage is run. {0} the stage that mounts, {1} the line.</summary>
    public static Message BecauseMount { get; } = new("{0} mounts it (line {1})", "её монтирует {0} (строка {1})");

    /// <summary>Why a stage is run. {0} the stage with the ONBUILD, {1} the line.</summary>
    public static Message BecauseOnbuild { get; } = new("ONBUILD in {0} asks for it (line {1})", "её требует ONBUILD в {0} (строка {1})");

    /// <summary>Further reasons. {0} how many.</summary>
    public static Message PlanMoreReasons { get; } = new("and {0} more", "и ещё {0}");

    /// <summary><c>plan</c> of a build that BuildKit refuses. {0} the file, {1} BuildKit's text.</summary>
    public static Message PlanRefused { get; } = new("{0}: BuildKit refuses this build: {1}", "{0}: BuildKit откажется собирать: {1}");

    /// <summary><c>graph</c>.</summary>
    public static Message Graph { get; } = new(
        "Show the stages of a Dockerfile or of a folder, what each needs, and who builds them.",
        "Показать стадии Dockerfile или всей папки, что нужно каждой и кто их собирает.");

    /// <summary><c>graph --target</c>.</summary>
    public static Message GraphTarget { get; } = new(
        "Only what building this stage needs.", "Только то, что нужно для сборки этой стадии.");

    /// <summary><c>graph --format</c>.</summary>
    public static Message GraphFormat { get; } = new(
        "How it is written: as a tree for people, for Graphviz, for Mermaid, or as JSON.",
        "Вид вывода: дерево для людей, для Graphviz, для Mermaid или JSON.");

    /// <summary><c>graph</c>, behind a named context.</summary>
    public static Message GraphContext { get; } = new("named context", "именованный контекст");

    /// <summary><c>graph</c>, behind a stage.</summary>
    public static Message GraphUnreachable { get; } = new("no known build needs it", "ни одной известной сборке не нужна");

    /// <summary><c>graph</c>, behind a stage whose needs are written out further up.</summary>
    public static Message GraphAbove { get; } = new("see above", "см. выше");

    /// <summary><c>graph</c>, behind a stage whose needs are written out further down.</summary>
    public static Message GraphBelow { get; } = new("see below", "см. ниже");

    /// <summary>In a graph: what a build asks for is no stage of its Dockerfile.</summary>
    public static Message GraphMissingStage { get; } = new("no such stage", "такой стадии нет");

    /// <summary><c>graph</c>, behind a build of which the stage is not known.</summary>
    public static Message GraphNoStage { get; } = new("no stage of these files", "не стадия из этих файлов");
}
