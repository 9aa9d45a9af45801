using System.Collections.Frozen;

namespace Dockstage.Core.Messages;

/// <summary>What each instruction of a Dockerfile and each of its flags does, in a sentence or two of Markdown. Docker's reference, shortened.</summary>
public static class InstructionHelpTable
{
    /// <summary>By keyword in capitals (<c>COPY</c>), or keyword and flag (<c>COPY --from</c>).</summary>
    public static FrozenDictionary<string, Message> All { get; } = new Dictionary<string, Message>
    {
        ["FROM"] = new(
            "Begins a stage on an image or on a stage above.",
            "Начинает стадию на основе образа или стадии выше."),
        ["ARG"] = new(
            "Declares a variable that a build can set with `--build-arg`. Above the first `FROM` it counts for the `FROM` lines only.",
            "Объявляет переменную, которую сборка может задать через `--build-arg`. Выше первого `FROM` она действует только для строк `FROM`."),
        ["ENV"] = new(
            "Sets variables for the instructions below, for stages built on this one, and for containers.",
            "Задаёт переменные для инструкций ниже, для стадий на основе этой и для контейнеров."),
        ["LABEL"] = new(
            "Adds metadata to the image.",
            "Добавляет к образу метаданные."),
        ["RUN"] = new(
            "Runs a command in the stage and keeps what it changes.",
            "Выполняет команду в стадии и сохраняет её изменения."),
        ["COPY"] = new(
            "Copies files from the build context, or with `--from` from another stage, image or named context.",
            "Копирует файлы из контекста сборки, а с `--from` — из другой стадии, образа или именованного контекста."),
        ["ADD"] = new(
            "Copies files from the build context, URLs and Git repositories; unpacks local archives.",
            "Копирует файлы из контекста сборки, по URL и из репозиториев Git; распаковывает локальные архивы."),
        ["WORKDIR"] = new(
            "Changes the folder for the instructions below and for containers; makes it where there is none.",
            "Меняет папку для инструкций ниже и для контейнеров; создаёт её, если её нет."),
        ["USER"] = new(
            "Sets the user, and the group, for the instructions below and for containers.",
            "Задаёт пользователя и группу для инструкций ниже и для контейнеров."),
        ["VOLUME"] = new(
            "Declares folders whose content is kept outside of the container.",
            "Объявляет папки, содержимое которых хранится вне контейнера."),
        ["EXPOSE"] = new(
            "Documents the ports on which the container listens. It publishes none of them.",
            "Указывает порты, которые слушает контейнер. Наружу их не открывает."),
        ["CMD"] = new(
            "The command, or the arguments of `ENTRYPOINT`, when a container is started without any. The last one counts.",
            "Команда или аргументы для `ENTRYPOINT`, если контейнер запущен без них. Действует последняя."),
        ["ENTRYPOINT"] = new(
            "The program that a container runs. The last one counts.",
            "Программа, которую запускает контейнер. Действует последняя."),
        ["SHELL"] = new(
            "The shell for the shell form of `RUN`, `CMD` and `ENTRYPOINT`, as a JSON array.",
            "Оболочка для `RUN`, `CMD` и `ENTRYPOINT` в форме команды оболочки; записывается массивом JSON."),
        ["STOPSIGNAL"] = new(
            "The signal that stops the container.",
            "Сигнал, который останавливает контейнер."),
        ["HEALTHCHECK"] = new(
            "How Docker finds out whether the container still works; `NONE` switches the check of the base off.",
            "Как Docker проверяет, что контейнер работает; `NONE` отключает проверку базового образа."),
        ["ONBUILD"] = new(
            "Keeps an instruction back until a stage is built on this one; stage names in it mean that stage's Dockerfile.",
            "Откладывает инструкцию до сборки стадии на основе этой; имена стадий в ней относятся к Dockerfile той стадии."),
        ["MAINTAINER"] = new(
            "Deprecated. Write `LABEL org.opencontainers.image.authors=…`.",
            "Устарела. Пишите `LABEL org.opencontainers.image.authors=…`."),
        ["FROM --platform"] = new(
            "The platform of the image, such as `linux/arm64` or `$BUILDPLATFORM`. Without effect when the base is a stage.",
            "Платформа образа, например `linux/arm64` или `$BUILDPLATFORM`. Не действует, если основа — стадия."),
        ["RUN --mount"] = new(
            "Makes files available while the command runs: `bind`, `cache`, `tmpfs`, `secret` or `ssh`. `from` names a stage, an image or a named context, never an index.",
            "Подключает файлы на время команды: `bind`, `cache`, `tmpfs`, `secret` или `ssh`. В `from` — имя стадии, образ или именованный контекст, но не номер."),
        ["RUN --network"] = new(
            "The network of the command: `default`, `none` or `host`.",
            "Сеть для команды: `default`, `none` или `host`."),
        ["RUN --security"] = new(
            "`insecure` runs the command with all privileges; the builder has to allow it.",
            "`insecure` выполняет команду со всеми правами; сборщик должен это разрешать."),
        ["RUN --device"] = new(
            "Makes a CDI device available to the command. Only in the labs version of the Dockerfile front end.",
            "Даёт команде устройство CDI. Только в labs-версии обработчика Dockerfile."),
        ["COPY --from"] = new(
            "A stage by its name or its index, an image, or a named context. Variables are not expanded.",
            "Стадия по имени или номеру, образ или именованный контекст. Переменные не подставляются."),
        ["COPY --chown"] = new(
            "The owner of the copies: user and group, by name or number.",
            "Владелец копий: пользователь и группа, по имени или номеру."),
        ["COPY --chmod"] = new(
            "The permissions of the copies, such as `755` or `u=rwX,go=rX`.",
            "Права копий, например `755` или `u=rwX,go=rX`."),
        ["COPY --link"] = new(
            "Copies into a layer of its own, which stays in the cache when what is below it changes.",
            "Копирует в отдельный слой, который остаётся в кэше, когда меняется то, что под ним."),
        ["COPY --exclude"] = new(
            "A pattern of files that are not copied. May be given several times.",
            "Шаблон файлов, которые не копируются. Можно указать несколько раз."),
        ["COPY --parents"] = new(
            "Keeps the folders of the sources; those before `/./` are left out.",
            "Сохраняет папки источников; те, что до `/./`, отбрасываются."),
        ["ADD --chown"] = new(
            "The owner of the copies: user and group, by name or number.",
            "Владелец копий: пользователь и группа, по имени или номеру."),
        ["ADD --chmod"] = new(
            "The permissions of the copies, such as `755` or `u=rwX,go=rX`.",
            "Права копий, например `755` или `u=rwX,go=rX`."),
        ["ADD --link"] = new(
            "Copies into a layer of its own, which stays in the cache when what is below it changes.",
            "Копирует в отдельный слой, который остаётся в кэше, когда меняется то, что под ним."),
        ["ADD --exclude"] = new(
            "A pattern of files that are not copied. May be given several times.",
            "Шаблон файлов, которые не копируются. Можно указать несколько раз."),
        ["ADD --checksum"] = new(
            "What the download must have as its checksum: `sha256:…`, or the commit of a Git repository.",
            "Контрольная сумма, которую должна иметь загрузка: `sha256:…` или коммит репозитория Git."),
        ["ADD --keep-git-dir"] = new(
            "Keeps the folder `.git` of a Git repository.",
            "Сохраняет папку `.git` репозитория Git."),
        ["ADD --unpack"] = new(
            "Whether an archive is unpacked. Without it, local archives are and downloads are not.",
            "Распаковывать ли архив. Без этого флага локальные архивы распаковываются, а загруженные — нет."),
        ["HEALTHCHECK --interval"] = new(
            "Time between two checks; `30s` unless told.",
            "Время между проверками; по умолчанию `30s`."),
        ["HEALTHCHECK --timeout"] = new(
            "Time after which a check has failed; `30s` unless told.",
            "Время, после которого проверка считается неудачной; по умолчанию `30s`."),
        ["HEALTHCHECK --start-period"] = new(
            "Time after the start in which failures do not count; `0s` unless told.",
            "Время после запуска, в которое неудачи не считаются; по умолчанию `0s`."),
        ["HEALTHCHECK --start-interval"] = new(
            "Time between two checks in the start period; `5s` unless told.",
            "Время между проверками в период запуска; по умолчанию `5s`."),
        ["HEALTHCHECK --retries"] = new(
            "How many checks in a row have to fail; `3` unless told.",
            "Сколько проверок подряд должны не пройти; по умолчанию `3`."),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
