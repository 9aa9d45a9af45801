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

    /// <summary>TargetNotFound in a Dockerfile inside the file, with a near name. {0} the target, {1} the build, {2} the near name.</summary>
    public static Message TargetNotFoundInlineSuggest { get; } = new(
        "The inline Dockerfile of '{1}' has no stage named '{0}'. Did you mean '{2}'?",
        "Во встроенном Dockerfile сборки «{1}» нет стадии «{0}». Возможно, имелась в виду «{2}»?");

    /// <summary>TargetNotFound in a Dockerfile inside the file, with the names there are. {0} the target, {1} the build, {2} the names.</summary>
    public static Message TargetNotFoundInlineList { get; } = new(
        "The inline Dockerfile of '{1}' has no stage named '{0}'. Its stages: {2}.",
        "Во встроенном Dockerfile сборки «{1}» нет стадии «{0}». Есть стадии: {2}.");

    /// <summary>TargetNotFound in a Dockerfile inside the file that names no stage. {0} the target, {1} the build.</summary>
    public static Message TargetNotFoundInlineNoNames { get; } = new(
        "The inline Dockerfile of '{1}' has no stage named '{0}': none of its stages has a name.",
        "Во встроенном Dockerfile сборки «{1}» нет стадии «{0}»: там ни у одной стадии нет имени.");

    /// <summary>At the stage that was probably meant. {0} its name.</summary>
    public static Message StageDeclaredHere { get; } = new(
        "stage '{0}' is declared here",
        "здесь объявлена стадия «{0}»");

    /// <summary>TargetNotFound: at the words that name the target, when they stand in another file than the mark. {0} the target.</summary>
    public static Message TargetNamedHere { get; } = new(
        "the target '{0}' is named here",
        "цель «{0}» названа здесь");

    /// <summary>At the words that choose the Dockerfile of a build, when they stand in another file than the mark.</summary>
    public static Message DockerfileChosenHere { get; } = new(
        "the Dockerfile is chosen here",
        "Dockerfile выбран здесь");

    /// <summary>Hover: where a value comes from. {0} the steps.</summary>
    public static Message ValueFrom { get; } = new("From {0}", "Откуда: {0}");

    /// <summary>Hover, a step to a value: a YAML anchor. {0} its name.</summary>
    public static Message OriginAnchor { get; } = new("anchor {0}", "якорь {0}");

    /// <summary>Hover, a step to a value: the default of a variable. {0} the variable.</summary>
    public static Message OriginDefault { get; } = new("the default of {0}", "значение по умолчанию в {0}");

    /// <summary>Hover, a step to a value: what counts when a variable is set. {0} the variable.</summary>
    public static Message OriginAlternative { get; } = new("the alternative of {0}", "альтернатива в {0}");

    /// <summary>Hover, a step to a value: a variable in a file. {0} the variable.</summary>
    public static Message OriginVariable { get; } = new("variable {0}", "переменная {0}");

    /// <summary>Hover: a build that a consumer's file asks for.</summary>
    public static Message BuildWord { get; } = new("build", "сборка");

    /// <summary>Hover of a build: its target. {0} the stage.</summary>
    public static Message BuildTargetLine { get; } = new("target {0}", "цель {0}");

    /// <summary>Hover of a build: its Dockerfile. {0} the file.</summary>
    public static Message BuildDockerfileLine { get; } = new("Dockerfile {0}", "Dockerfile {0}");

    /// <summary>Hover of a build: its Dockerfile, when that is written in the consumer's file.</summary>
    public static Message BuildInlineLine { get; } = new("Dockerfile written in this file", "Dockerfile записан в самом файле");

    /// <summary>Hover of a build: its context. {0} the context.</summary>
    public static Message BuildContextLine { get; } = new("context {0}", "контекст {0}");

    /// <summary>Hover of a build: the files that are merged for it. {0} their names.</summary>
    public static Message BuildMergedLine { get; } = new("merged from {0}", "сведено из {0}");

    /// <summary>At the FROM of a stage that is built on one with the ONBUILD at fault.</summary>
    public static Message TriggerRunsHere { get; } = new(
        "ONBUILD runs it in this stage",
        "ONBUILD выполняет это в этой стадии");

    /// <summary>At another place of a circle of stages. {0} the stage that needs, {1} the stage that is needed.</summary>
    public static Message StageNeededHere { get; } = new(
        "here stage '{0}' needs stage '{1}'",
        "здесь стадии «{0}» нужна стадия «{1}»");

    /// <summary>At the instruction that replaces an earlier one. {0} its keyword.</summary>
    public static Message InstructionThatCounts { get; } = new(
        "this {0} is the one that counts",
        "действует эта инструкция {0}");

    /// <summary>DockerfileNotFound. {0} the path looked for.</summary>
    public static Message DockerfileNotFound { get; } = new(
        "There is no Dockerfile at {0}.",
        "По пути {0} нет Dockerfile.");

    /// <summary>At the stage that an index means. {0} the index.</summary>
    public static Message StageOfIndex { get; } = new(
        "stage {0} begins here",
        "здесь начинается стадия {0}");

    /// <summary>At the FROM of a stage. {0} the stage on which it is built.</summary>
    public static Message StageBuiltOn { get; } = new(
        "this stage is built on '{0}'",
        "эта стадия построена на «{0}»");

    /// <summary>At the last stage.</summary>
    public static Message StageBuiltByDefault { get; } = new(
        "a build without a target builds this stage",
        "без указания цели собирается эта стадия");

    /// <summary>UnknownStage. {0} the name, {1} the near stage.</summary>
    public static Message UnknownStage { get; } = new(
        "There is no stage named '{0}'. Did you mean '{1}'? As written, this pulls an image '{0}'.",
        "Стадии «{0}» нет. Возможно, имелась в виду «{1}»? В таком виде будет загружен образ «{0}».");

    /// <summary>NumericMountSource. {0} the number.</summary>
    public static Message NumericMountSource { get; } = new(
        "In a mount '{0}' is the name of an image, not the index of a stage.",
        "В mount «{0}» — имя образа, а не номер стадии.");

    /// <summary>NumericMountSource, of a stage with a name. {0} the number, {1} the name.</summary>
    public static Message NumericMountSourceNamed { get; } = new(
        "In a mount '{0}' is the name of an image, not the index of a stage. Stage {0} is named '{1}'.",
        "В mount «{0}» — имя образа, а не номер стадии. Стадия {0} называется «{1}».");

    /// <summary>NumericStageReference of a stage without a name. {0} the index.</summary>
    public static Message NumericStageReference { get; } = new(
        "Stage {0} is named by its index, which changes when stages are added or removed. A name would stay right.",
        "Стадия {0} указана номером, а он меняется, когда стадии добавляют или убирают. Имя осталось бы верным.");

    /// <summary>NumericStageReference of a stage with a name. {0} the index, {1} the name.</summary>
    public static Message NumericStageReferenceNamed { get; } = new(
        "Stage {0} is named by its index, which changes when stages are added or removed. Its name '{1}' would stay right.",
        "Стадия {0} указана номером, а он меняется, когда стадии добавляют или убирают. Её имя «{1}» осталось бы верным.");

    /// <summary>CopyFromAncestor. {0} the stage copied from.</summary>
    public static Message CopyFromAncestor { get; } = new(
        "This stage is built on '{0}' and has its files already.",
        "Эта стадия построена на «{0}», и файлы оттуда в ней уже есть.");

    /// <summary>UnreachableStage. {0} the stage.</summary>
    public static Message UnreachableStage { get; } = new(
        "Nothing needs stage '{0}': neither the last stage nor a target that any known build names.",
        "Стадия «{0}» никому не нужна: ни последней стадии, ни целям известных сборок.");

    /// <summary>ContextReplacesStage. {0} the stage, {1} the Dockerfile.</summary>
    public static Message ContextReplacesStage { get; } = new(
        "This context takes the place of stage '{0}' in {1}: the stage itself is not run.",
        "Этот контекст занимает место стадии «{0}» в {1}: сама стадия не выполняется.");

    /// <summary>UnusedContext. {0} the context, {1} the Dockerfile.</summary>
    public static Message UnusedContext { get; } = new(
        "Nothing in {1} refers to the context '{0}'.",
        "В {1} ничто не ссылается на контекст «{0}».");

    /// <summary>UnusedContext: another form of the name is what BuildKit looks for. {0} the context, {1} that form.</summary>
    public static Message ContextFoundAs { get; } = new(
        "BuildKit never finds the context '{0}': it looks for '{1}'.",
        "BuildKit никогда не найдёт контекст «{0}»: он ищет «{1}».");

    /// <summary>UnusedContext: nothing that BuildKit looks for can be called so. {0} the context.</summary>
    public static Message ContextNeverFound { get; } = new(
        "BuildKit never finds the context '{0}': no stage and no image can be called so.",
        "BuildKit никогда не найдёт контекст «{0}»: так не может называться ни стадия, ни образ.");

    /// <summary>NumericTarget. {0} the number, {1} the Dockerfile.</summary>
    public static Message NumericTarget { get; } = new(
        "'{0}' is no stage of {1}: a target is found by its name, never by its index.",
        "«{0}» — не стадия из {1}: цель указывают именем, а не номером.");

    /// <summary>NumericTarget, of a stage with a name. {0} the number, {1} the Dockerfile, {2} the name.</summary>
    public static Message NumericTargetNamed { get; } = new(
        "'{0}' is no stage of {1}: a target is found by its name, never by its index. Stage {0} is named '{2}'.",
        "«{0}» — не стадия из {1}: цель указывают именем, а не номером. Стадия {0} называется «{2}».");

    /// <summary>TargetCase. {0} the target, {1} the stage as it is written.</summary>
    public static Message TargetCase { get; } = new(
        "The stage is written '{1}', and the tool that builds this compares letter case: it does not find '{0}'.",
        "Стадия записана как «{1}», а инструмент этой сборки различает регистр букв и не найдёт «{0}».");

    /// <summary>InvalidImageReference. {0} the name, {1} Docker's own words.</summary>
    public static Message InvalidImageReference { get; } = new(
        "Docker refuses the image name '{0}': {1}.",
        "Docker не примет имя образа «{0}»: {1}.");

    /// <summary>InvalidImageReference, with what was meant. {0} the name, {1} Docker's own words, {2} what was meant.</summary>
    public static Message InvalidImageReferenceSuggest { get; } = new(
        "Docker refuses the image name '{0}': {1}. Did you mean '{2}'?",
        "Docker не примет имя образа «{0}»: {1}. Возможно, имелось в виду «{2}»?");

    /// <summary>The lens over a FROM. {0} the stage.</summary>
    public static Message BuildLens { get; } = new("▷ Build {0}", "▷ Собрать {0}");

    /// <summary>The lens over the last FROM when its stage has no name.</summary>
    public static Message BuildDefaultLens { get; } = new("▷ Build (last stage)", "▷ Собрать (последняя стадия)");

    /// <summary>The lens over a service that names a stage. {0} the service, {1} the target.</summary>
    public static Message BuildServiceTargetLens { get; } = new("▷ Build {0} (target {1})", "▷ Собрать {0} (цель {1})");

    /// <summary>The lens that shows where a stage is named, when that is one place.</summary>
    public static Message OneReferenceLens { get; } = new("1 reference", "Ссылок: 1");

    /// <summary>The same for none or several places. {0} how many.</summary>
    public static Message ReferencesLens { get; } = new("{0} references", "Ссылок: {0}");

    /// <summary>The lens that names the builds of a stage. {0} their names.</summary>
    public static Message ConsumersLens { get; } = new("used by {0}", "используют: {0}");

    /// <summary>The lens that shows the stage in the graph.</summary>
    public static Message GraphLens { get; } = new("graph", "граф");

    /// <summary>The lens over a stage that a build without a target does not run.</summary>
    public static Message NotBuiltByDefault { get; } = new("not built by default", "не собирается по умолчанию");

    /// <summary>Hover: the stage that a build without a target builds.</summary>
    public static Message DefaultTarget { get; } = new("default target", "цель по умолчанию");

    /// <summary>Hover: a stage without a name. {0} its index.</summary>
    public static Message UnnamedStage { get; } = new("stage {0} (unnamed)", "стадия {0} (без имени)");

    /// <summary>Hover: a stage without a name, among others that have one. {0} its index.</summary>
    public static Message StageByIndex { get; } = new("stage {0}", "стадия {0}");

    /// <summary>Hover: the kind of thing that a name is.</summary>
    public static Message StageWord { get; } = new("stage", "стадия");

    /// <summary>Hover and completion: the kind of thing that a name is.</summary>
    public static Message ContextWord { get; } = new("named context", "именованный контекст");

    /// <summary>Hover of a named context: in front of the builds that are given it.</summary>
    public static Message ContextGivenBy { get; } = new("Given by", "Его задают:");

    /// <summary>Hover of a named context: in front of the places that refer to it.</summary>
    public static Message ContextUsedIn { get; } = new("Used in", "Используется в:");

    /// <summary>Hover: in front of the consumers that build the stage.</summary>
    public static Message BuiltBy { get; } = new("Built by", "Собирают:");

    /// <summary>Hover: the stages from which files are copied or mounted. {0} their names.</summary>
    public static Message CopiesFrom { get; } = new("Copies from {0}", "Берёт файлы из {0}");

    /// <summary>Hover: the stages that need this one. {0} their names.</summary>
    public static Message UsedBy { get; } = new("Needed by {0}", "Нужна для {0}");

    /// <summary>Hover: the stages that a build runs. {0} their names.</summary>
    public static Message BuildRuns { get; } = new("A build runs {0}", "Сборка выполняет {0}");

    /// <summary>Hover: the stages that a build does not run. {0} their names.</summary>
    public static Message BuildSkips { get; } = new("skips {0}", "пропускает {0}");

    /// <summary>Hover, when a base cannot be told.</summary>
    public static Message UnknownBase { get; } = new("?", "?");

    /// <summary>Build command and rename: no such stage. {0} the stage, {1} the Dockerfile.</summary>
    public static Message NoSuchStage { get; } = new(
        "{1} has no stage named '{0}'.",
        "В {1} нет стадии «{0}».");

    /// <summary>Rename: the same for a Dockerfile inside a file. {0} the stage, {1} the build.</summary>
    public static Message NoSuchInlineStage { get; } = new(
        "The inline Dockerfile of '{1}' has no stage named '{0}'.",
        "Во встроенном Dockerfile сборки «{1}» нет стадии «{0}».");

    /// <summary>Build command: no such build in a consumer's file. {0} the build, {1} the file.</summary>
    public static Message NoSuchBuild { get; } = new(
        "{1} does not build '{0}' any more.",
        "{1} больше не собирает «{0}».");

    /// <summary>Build command: the document is not on a disk. {0} its URI.</summary>
    public static Message NotAFile { get; } = new(
        "{0} is not a file on disk, so no engine can build it. Save it first.",
        "{0} не является файлом на диске, и собрать его нельзя. Сначала сохраните его.");

    /// <summary>Build command: the Dockerfile is written inside another file, and no build of that asks for the stage. {0} the file.</summary>
    public static Message DockerfileIsInside { get; } = new(
        "This Dockerfile is written inside {0}. Only what a build there asks for can be built.",
        "Этот Dockerfile записан внутри {0}. Собрать можно только то, чего требует какая-либо сборка в этом файле.");

    /// <summary>Rename: the edit cannot be written inside the file that holds the Dockerfile. {0} the file.</summary>
    public static Message RenameNotWritable { get; } = new(
        "The new name cannot be written into {0} where this Dockerfile stands.",
        "Новое имя нельзя записать в {0} там, где стоит этот Dockerfile.");

    /// <summary>Renamed files: what the edit does.</summary>
    public static Message RenamedFilesTitle { get; } = new(
        "Correct the paths to what is renamed or moved",
        "Исправить пути к тому, что переименовано или перемещено");

    /// <summary>Build command: unknown document. {0} its URI.</summary>
    public static Message NoSuchDockerfile { get; } = new(
        "{0} is not known as a Dockerfile.",
        "{0} не известен как Dockerfile.");

    /// <summary>Build command: the tag template gives no image name. {0} the tag.</summary>
    public static Message InvalidTag { get; } = new(
        "'{0}' is not an image name that Docker accepts. Correct the setting dockstage.build.tag.",
        "«{0}» не годится как имя образа Docker. Исправьте настройку dockstage.build.tag.");

    /// <summary>Build command: the line that is shown cannot be pasted. {0} the shell.</summary>
    public static Message NotOnOneLine { get; } = new(
        "The command cannot be pasted into {0}: one of its words has a line break or another control character.",
        "Команду нельзя вставить в {0}: в одном из её слов есть перевод строки или другой управляющий символ.");

    /// <summary>Build command: only buildx has --check. {0} the engine's program.</summary>
    public static Message OnlyBuildxChecks { get; } = new(
        "Only docker buildx checks a Dockerfile by itself; {0} alone cannot.",
        "Проверять Dockerfile умеет только docker buildx, сам {0} — нет.");

    /// <summary>Build command: only stages are checked. {0} the build of a consumer's file.</summary>
    public static Message CheckIsOfStages { get; } = new(
        "'{0}' is no stage. Check the stage that it builds.",
        "«{0}» — не стадия. Проверьте стадию, которую он собирает.");

    /// <summary>Build command: only buildx pushes while it builds. {0} the engine's program.</summary>
    public static Message OnlyBuildxPushes { get; } = new(
        "Only docker buildx pushes what it builds in one command; {0} build cannot.",
        "Собрать и отправить одной командой умеет только docker buildx; {0} build не умеет.");

    /// <summary>Build command: a push without a name.</summary>
    public static Message NothingToPush { get; } = new(
        "Without a tag there is nothing to push.",
        "Без тега отправлять нечего.");

    /// <summary>Build command: only buildx builds several in one run. {0} the engine's program.</summary>
    public static Message OnlyBuildxBakes { get; } = new(
        "Only docker buildx builds several stages in one run; {0} alone cannot.",
        "Собрать несколько стадий за один запуск умеет только docker buildx, сам {0} — нет.");

    /// <summary>A build of several: a kind of file whose tool cannot say what it builds. {0} the file.</summary>
    public static Message NotInOneRun { get; } = new(
        "What {0} builds cannot be part of one run with others. Build it by itself.",
        "То, что собирает {0}, нельзя собрать за один запуск с другими. Соберите это отдельно.");

    /// <summary>A build of several: the tool's answer is not what it should be. {0} the file.</summary>
    public static Message UnreadableAnswer { get; } = new(
        "What the tool says of {0} cannot be read, so it is not known what one run would have to build. Build it by itself.",
        "Ответ программы о {0} прочитать нельзя, и что собирать за один запуск — неизвестно. Соберите это отдельно.");

    /// <summary>A build of several: a secret's value comes from .env. {0} the build, {1} the variable.</summary>
    public static Message HiddenVariable { get; } = new(
        "'{0}' takes a secret from the variable {1}, which .env sets for its own tool alone. Build it by itself.",
        "«{0}» берёт секрет из переменной {1}, а её .env задаёт только для своей программы. Соберите «{0}» отдельно.");

    /// <summary>A build of several from several folders: a cache in a relative folder. {0} the build, {1} the cache.</summary>
    public static Message RelativeCache { get; } = new(
        "'{0}' has a cache in a folder that is relative to its own file ({1}), and this run starts elsewhere. Build it by itself.",
        "У «{0}» кэш в папке, заданной относительно своего файла ({1}), а этот запуск начинается в другом месте. Соберите «{0}» отдельно.");

    /// <summary>A build of several: two would make one image. {0} and {1} what is built, {2} the image.</summary>
    public static Message SameImage { get; } = new(
        "{0} and {1} would both become the image {2}. Build them one after the other, or give them different names.",
        "И {0}, и {1} стали бы образом {2}. Соберите их по очереди или дайте им разные имена.");

    /// <summary>Build command: Dockerfiles on different drives or machines.</summary>
    public static Message NoCommonFolder { get; } = new(
        "These Dockerfiles have no folder in common, so one run cannot build them.",
        "У этих Dockerfile нет общей папки, и одним запуском их не собрать.");

    /// <summary>Rename: blanks, keywords, comments.</summary>
    public static Message RenameNoStageHere { get; } = new(
        "There is no stage name here.",
        "Здесь нет имени стадии.");

    /// <summary>Rename: a word that means an image or a named context. {0} the word.</summary>
    public static Message RenameImage { get; } = new(
        "'{0}' is an image or a named context, not a stage of this Dockerfile.",
        "«{0}» — образ или именованный контекст, а не стадия этого Dockerfile.");

    /// <summary>Rename: an index. {0} the index.</summary>
    public static Message RenameIndex { get; } = new(
        "{0} is the index of a stage and not its name. Rename the stage at its FROM.",
        "{0} — номер стадии, а не её имя. Переименуйте стадию в её FROM.");

    /// <summary>Rename: a computed word. {0} the word.</summary>
    public static Message RenameVariable { get; } = new(
        "'{0}' takes its value from a variable. Rename the stage where its name is written.",
        "Значение «{0}» берётся из переменной. Переименуйте стадию там, где написано её имя.");

    /// <summary>Rename: a target whose Dockerfile is not known.</summary>
    public static Message RenameDockerfileUnknown { get; } = new(
        "The Dockerfile of this build is not known, so its stages cannot be renamed.",
        "Dockerfile этой сборки неизвестен, поэтому переименовать его стадии нельзя.");

    /// <summary>Rename: not BuildKit's grammar. {0} the new name.</summary>
    public static Message RenameInvalidName { get; } = new(
        "'{0}' cannot be the name of a stage: it must begin with a letter and hold only Latin letters, digits, '-', '_' and '.'.",
        "«{0}» не может быть именем стадии: оно начинается с буквы и состоит только из латинских букв, цифр и знаков «-», «_», «.».");

    /// <summary>Rename: no valid image name, which BuildKit demands too. {0} the new name.</summary>
    public static Message RenameInvalidContextName { get; } = new(
        "'{0}' cannot be the name of a stage: BuildKit allows '.', '_', '__' or dashes only one kind at a time and between letters or digits, "
        + "and at most 247 characters.",
        "«{0}» не может быть именем стадии: BuildKit допускает «.», «_», «__» или дефисы только между буквами или цифрами и не вперемешку, "
        + "а всего не более 247 знаков.");

    /// <summary>Rename: a reserved word. {0} the new name.</summary>
    public static Message RenameReservedName { get; } = new(
        "'{0}' is reserved and cannot be the name of a stage.",
        "«{0}» — зарезервированное слово и не может быть именем стадии.");

    /// <summary>Rename: another stage is called so. {0} the new name.</summary>
    public static Message RenameTakenName { get; } = new(
        "This Dockerfile already has a stage named '{0}'.",
        "В этом Dockerfile уже есть стадия «{0}».");

    /// <summary>Rename: an image that the file uses is called so. {0} the new name.</summary>
    public static Message RenameImageName { get; } = new(
        "This Dockerfile uses an image or a named context '{0}', which a stage of that name would hide.",
        "Этот Dockerfile использует образ или именованный контекст «{0}», и стадия с таким именем его скрыла бы.");

    /// <summary>Rename: words that name stages of several Dockerfiles. {0} the words, {1} their file, {2} the other Dockerfile.</summary>
    public static Message RenameSharedTarget { get; } = new(
        "'{0}' in {1} also names a stage of {2}. Give the two builds a target of their own first.",
        "«{0}» в {1} именует также стадию из {2}. Сначала задайте этим сборкам отдельные цели.");

    /// <summary>Rename: the name of a context that another build is given too. {0} the name, {1} its file, {2} the other Dockerfile.</summary>
    public static Message RenameSharedContext { get; } = new(
        "'{0}' in {1} is also the context that takes the place of an image in {2}. Give the two builds contexts of their own first.",
        "«{0}» в {1} — также контекст, заменяющий образ в {2}. Сначала задайте этим сборкам отдельные контексты.");

    /// <summary>Rename: a build gives a context of the new name. {0} the new name.</summary>
    public static Message RenameContextName { get; } = new(
        "A build of this Dockerfile is given a context named '{0}', which would take the place of the stage.",
        "Одна из сборок этого Dockerfile получает контекст «{0}», который занял бы место стадии.");

    /// <summary>Rename: words that serve for something else than the stage too. {0} the words, {1} their file.</summary>
    public static Message RenameSharedVariable { get; } = new(
        "'{0}' in {1} is used for something else than this stage too.",
        "«{0}» в {1} используется не только для этой стадии.");

    /// <summary>Rename: a base put together from variables. {0} the base as written, {1} the stage.</summary>
    public static Message RenameThroughVariable { get; } = new(
        "FROM {0} means stage '{1}' by way of variables, and no edit of it would surely be right. Write the name there first.",
        "FROM {0} обозначает стадию «{1}» через переменные, и исправить это надёжно нельзя. Сначала напишите там имя.");

    /// <summary>Rename: another word of the Dockerfile would mean something else. {0} the word, {1} the new name.</summary>
    public static Message RenameChangesMeaning { get; } = new(
        "With '{1}' as the name of the stage, '{0}' in this Dockerfile would mean something else.",
        "С именем стадии «{1}» слово «{0}» в этом Dockerfile обозначало бы другое.");

    /// <summary>Rename: what the edits are called in a preview. {0} the old name, {1} the new one.</summary>
    public static Message RenameTitle { get; } = new(
        "Rename stage {0} to {1}",
        "Переименовать стадию {0} в {1}");

    /// <summary>InvalidSettings: no such setting. {0} its name.</summary>
    public static Message SettingUnknown { get; } = new(
        "There is no setting '{0}'.",
        "Настройки «{0}» нет.");

    /// <summary>InvalidSettings: no such setting, but a near one. {0} its name, {1} the near one.</summary>
    public static Message SettingUnknownSuggest { get; } = new(
        "There is no setting '{0}'. Did you mean '{1}'?",
        "Настройки «{0}» нет. Возможно, имелась в виду «{1}»?");

    /// <summary>InvalidSettings: a setting of the editor. {0} its name.</summary>
    public static Message SettingOfEditor { get; } = new(
        "'{0}' can only be set in the editor's own settings.",
        "«{0}» можно задать только в настройках самого редактора.");

    /// <summary>InvalidSettings: no such rule. {0} its code.</summary>
    public static Message RuleUnknown { get; } = new(
        "There is no rule '{0}'.",
        "Правила «{0}» нет.");

    /// <summary>InvalidSettings: no such rule, but a near one. {0} its code, {1} the near one.</summary>
    public static Message RuleUnknownSuggest { get; } = new(
        "There is no rule '{0}'. Did you mean '{1}'?",
        "Правила «{0}» нет. Возможно, имелось в виду «{1}»?");

    /// <summary>InvalidSettings: a flag. {0} the setting.</summary>
    public static Message SettingWantsFlag { get; } = new(
        "'{0}' must be true or false.",
        "Значение «{0}» — true или false.");

    /// <summary>InvalidSettings: a text. {0} the setting.</summary>
    public static Message SettingWantsText { get; } = new(
        "'{0}' must be a text in double quotes.",
        "Значение «{0}» — текст в двойных кавычках.");

    /// <summary>InvalidSettings: a list of texts. {0} the setting.</summary>
    public static Message SettingWantsTexts { get; } = new(
        "'{0}' must be a list of texts: [\"…\"].",
        "Значение «{0}» — список текстов: [\"…\"].");

    /// <summary>InvalidSettings: one of some words. {0} the setting, {1} the words.</summary>
    public static Message SettingWantsChoice { get; } = new(
        "'{0}' must be one of: {1}.",
        "Значение «{0}» — одно из: {1}.");

    /// <summary>InvalidSettings: an object. {0} the setting.</summary>
    public static Message SettingWantsObject { get; } = new(
        "'{0}' must be an object in braces.",
        "Значение «{0}» — объект в фигурных скобках.");

    /// <summary>InvalidSettings: the file is no object.</summary>
    public static Message SettingsNoObject { get; } = new(
        "Settings must be an object in braces.",
        "Настройки — это объект в фигурных скобках.");

    /// <summary>JSON: something that does not belong there.</summary>
    public static Message JsonUnexpected { get; } = new(
        "This does not belong here: the file is not valid JSON.",
        "Здесь это лишнее: файл не является правильным JSON.");

    /// <summary>JSON: a key or text without double quotes.</summary>
    public static Message JsonNotQuoted { get; } = new(
        "Keys and texts must stand in double quotes.",
        "Ключи и тексты заключаются в двойные кавычки.");

    /// <summary>JSON: no closing quote.</summary>
    public static Message JsonUnclosedText { get; } = new(
        "The closing quote is missing.",
        "Нет закрывающей кавычки.");

    /// <summary>JSON: no closing brace, bracket or comment mark.</summary>
    public static Message JsonUnclosed { get; } = new(
        "This is opened here and never closed.",
        "Здесь открывается и нигде не закрывается.");

    /// <summary>JSON: no colon.</summary>
    public static Message JsonMissingColon { get; } = new(
        "':' and a value are missing behind this key.",
        "После ключа нет «:» и значения.");

    /// <summary>JSON: no value.</summary>
    public static Message JsonMissingValue { get; } = new(
        "The value is missing.",
        "Нет значения.");

    /// <summary>JSON: no comma.</summary>
    public static Message JsonMissingComma { get; } = new(
        "',' is missing behind this.",
        "После этого нет «,».");

    /// <summary>JSON: an escape that does not exist.</summary>
    public static Message JsonInvalidEscape { get; } = new(
        "A text cannot hold this: write it as an escape such as \\n, \\\\ or \\u0000.",
        "В тексте этого быть не может: запишите как \\n, \\\\ или \\u0000.");

    /// <summary>JSON: nested too deep.</summary>
    public static Message JsonTooDeep { get; } = new(
        "This is nested too deep and is not read.",
        "Слишком глубокая вложенность, дальше не читается.");

    /// <summary>Fix: other words in the same place. {0} the words.</summary>
    public static Message FixChangeTo { get; } = new(
        "Change to '{0}'",
        "Заменить на «{0}»");

    /// <summary>Fix: a stage that is named with capitals. {0} its name in small letters.</summary>
    public static Message FixLowerCaseStage { get; } = new(
        "Name the stage '{0}' everywhere",
        "Назвать стадию «{0}» везде");

    /// <summary>Fix: an index of a stage. {0} the name of the stage.</summary>
    public static Message FixUseStageName { get; } = new(
        "Use the stage's name '{0}'",
        "Указать имя стадии «{0}»");

    /// <summary>Fix: an index of a stage without a name. {0} the index, {1} the proposed name.</summary>
    public static Message FixNameStage { get; } = new(
        "Name stage {0} '{1}' and use the name",
        "Назвать стадию {0} «{1}» и указать это имя");

    /// <summary>Fix: ENV or LABEL in the old form.</summary>
    public static Message FixKeyValueFormat { get; } = new(
        "Write key=value",
        "Записать в виде ключ=значение");

    /// <summary>Fix: MAINTAINER. {0} the label.</summary>
    public static Message FixMaintainer { get; } = new(
        "Use the label {0}",
        "Использовать метку {0}");

    /// <summary>Fix: CMD or ENTRYPOINT in shell form. {0} the JSON form.</summary>
    public static Message FixJsonForm { get; } = new(
        "Run without a shell: {0}",
        "Запускать без оболочки: {0}");

    /// <summary>Fix: the same with the shell named. {0} how it begins.</summary>
    public static Message FixShellInJsonForm { get; } = new(
        "Keep the shell, and name it: {0}",
        "Оставить оболочку и указать её: {0}");

    /// <summary>Fix: blank lines in a continued instruction.</summary>
    public static Message FixRemoveBlankLines { get; } = new(
        "Remove the blank lines of this instruction",
        "Удалить пустые строки этой инструкции");

    /// <summary>Fix: words that nothing needs. {0} the words.</summary>
    public static Message FixRemove { get; } = new(
        "Remove {0}",
        "Удалить {0}");

    /// <summary>Fix: a target that is not there. {0} the last stage.</summary>
    public static Message FixUseLastStage { get; } = new(
        "Build the last stage, '{0}'",
        "Собирать последнюю стадию, «{0}»");

    /// <summary>Fix: the same when the last stage has no name.</summary>
    public static Message FixRemoveTarget { get; } = new(
        "Remove the target and build the last stage",
        "Убрать цель и собирать последнюю стадию");

    /// <summary>Fix: a variable that the stage does not see. {0} its name.</summary>
    public static Message FixDeclareInStage { get; } = new(
        "Add ARG {0} to this stage",
        "Добавить ARG {0} в эту стадию");

    /// <summary>Fix: a misspelt variable that the stage does not see. {0} its right name.</summary>
    public static Message FixChangeAndDeclare { get; } = new(
        "Change to '{0}' and add ARG {0} to this stage",
        "Заменить на «{0}» и добавить ARG {0} в эту стадию");

    /// <summary>Fix: a variable that FROM does not see. {0} the line to add.</summary>
    public static Message FixDeclareAboveFrom { get; } = new(
        "Add {0} above the first FROM",
        "Добавить {0} перед первым FROM");

    /// <summary>Fix: a variable in --from. {0} the new stage.</summary>
    public static Message FixStageForVariable { get; } = new(
        "Add a stage '{0}' for it and copy from there",
        "Добавить для этого стадию «{0}» и копировать из неё");

    /// <summary>Fix: a target that is not there. {0} its name, {1} the Dockerfile.</summary>
    public static Message FixAddStage { get; } = new(
        "Add a stage '{0}' to {1}",
        "Добавить стадию «{0}» в {1}");

    /// <summary>Fix: a Dockerfile that is not there. {0} its path.</summary>
    public static Message FixCreateDockerfile { get; } = new(
        "Create {0}",
        "Создать {0}");

    /// <summary>Fix: a rule that should be silent. {0} its code.</summary>
    public static Message FixSkipRule { get; } = new(
        "Silence {0} in this file (# check=skip)",
        "Отключить {0} в этом файле (# check=skip)");

    /// <summary>What the edits of all fixes together are called in a preview.</summary>
    public static Message FixAllTitle { get; } = new(
        "Fix everything that Dockstage can fix safely",
        "Исправить всё, что Dockstage исправляет безопасно");
}
