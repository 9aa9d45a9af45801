/** How much faster than the peer a keystroke must be, by the number of stages. */
const FASTER_THAN_PEER = { 5: 4, 50: 20, 500: 100, 2000: 400 };

/** What is to be reached, with what was. `bound` is a most (`≤`) or a least (`≥`). */
export function goalsOf(sizes, { start, key, memory }) {
  return [
    atMost("start p50, times the empty server", 1.3, start.dockstage.p50 / start.empty.p50),
    atLeast("start p50, times faster than the peer", 8, start.peer.p50 / start.dockstage.p50),
    ...sizes.flatMap((size) => [
      atMost(`${size} stages: keystroke p50, times the empty server`, 1.5, key[size].dockstage.p50 / key[size].empty.p50),
      atMost(`${size} stages: keystroke p99, times the empty server`, 2, key[size].dockstage.p99 / key[size].empty.p99),
      atLeast(
        `${size} stages: keystroke p50, times faster than the peer`,
        FASTER_THAN_PEER[size],
        key[size].peer.p50 / key[size].dockstage.p50,
      ),
    ]),
    atMost("idle memory, MB", 24, memory.dockstage),
  ];
}

const atMost = (name, bound, value) => ({ name, bound: `≤ ${bound}`, value, reached: value <= bound });
const atLeast = (name, bound, value) => ({ name, bound: `≥ ${bound}`, value, reached: value >= bound });
