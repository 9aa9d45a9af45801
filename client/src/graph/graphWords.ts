/** The words on the page of the graph, in the user's language. `{0}` stands for what is filled in. */
export interface GraphWords {
  readonly title: string;
  readonly search: string;
  readonly target: string;
  readonly everything: string;
  readonly scope: string;
  readonly thisFile: string;
  readonly allFiles: string;
  readonly consumers: string;
  readonly follow: string;
  readonly direction: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly exportAs: string;
  readonly build: string;
  readonly stop: string;
  readonly showLog: string;
  readonly goToLine: string;
  readonly goToFailure: string;
  readonly legend: string;
  readonly from: string;
  readonly copy: string;
  readonly mount: string;
  readonly onbuild: string;
  readonly builds: string;
  readonly stage: string;
  readonly image: string;
  readonly context: string;
  readonly consumer: string;
  readonly scratch: string;
  readonly defaultTarget: string;
  readonly unreachable: string;
  /** {0} stages run of {1}. */
  readonly runs: string;
  /** {0}: the stages skipped. */
  readonly skips: string;
  readonly nothingFound: string;
  readonly empty: string;
  /** {0}: how many Dockerfiles. */
  readonly omitted: string;
  /** {0}: what it stands on. */
  readonly needs: string;
  /** {0}: what stands on it. */
  readonly neededBy: string;
  readonly keys: string;
}
