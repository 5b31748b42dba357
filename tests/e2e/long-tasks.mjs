// The longest tasks of the page's main thread in a stretch of time, from a trace of Chromium.
//
// Processor time, since on a busy machine a task that waits for a core looks long; the time by the clock is given beside it.
const CATEGORIES = ['-*', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

export const traced = async (browser, page, act) => {
  await browser.startTracing(page, { categories: CATEGORIES });
  // Work of the tracing itself lies before this mark.
  await page.evaluate(() => performance.mark('begun'));
  await act();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const mark = traceEvents.find(({ name }) => name === 'begun');
  const ofPage = traceEvents.filter(({ pid, tid, ts, tdur }) => tdur && pid === mark.pid && tid === mark.tid && ts > mark.ts);
  const tasks = ofPage.filter(({ name }) => name === 'RunTask').sort((a, b) => b.tdur - a.tdur);
  const partsOf = ({ ts, dur }) => {
    const parts = ofPage.filter((part) => part.ts > ts && part.ts < ts + dur && part.tdur > 5000 && !part.name.endsWith('RunTask'));
    return [...new Set(parts.map(({ name }) => name))];
  };
  return tasks.map((task) => ({ ms: task.tdur / 1000, byClock: task.dur / 1000, parts: () => partsOf(task) }));
};

export const report = (what, tasks) => {
  console.log(`${what}: ${tasks.length} tasks, ${tasks.filter(({ ms }) => ms > 50).length} of more than 50 ms`);
  for (const { ms, byClock, parts } of tasks.slice(0, 5)) {
    console.log(`${ms.toFixed(0).padStart(4)} ms of processor time, ${byClock.toFixed(0)} ms by the clock: ${parts().join(', ')}`);
  }
};
