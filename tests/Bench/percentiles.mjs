/**
 * Sums samples up: p50 and p99 by nearest rank, the best, and how many there were. Below a hundred samples p99 is the worst of them.
 * @param {number[]} samples
 */
export function percentiles(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { p50: at(0.5), p99: at(0.99), best: sorted[0], samples: sorted.length };
}
