/** What of a bundler's graph is asked: what a module imports for itself, not what it fetches later. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** What a home is made of: its screen, and what opens a community on this phone. */
const homes = ['src/app/PlaceScreen.svelte', 'src/platform/browserPlaces.ts'];

/**
 * Names the file of whatever a home waits for, `null` for all other modules: a home then
 * asks for one file, and not for what only later screens share.
 */
export function homeFile(
  root: string,
): (moduleId: string, graph: Graph) => string | null {
  let needed: ReadonlySet<string> | undefined;
  return (moduleId, graph) => {
    needed ??= reachedFrom(
      homes.map((home) => `${root}/${home}`),
      graph,
    );
    return needed.has(moduleId) ? 'home' : null;
  };
}

function reachedFrom(starts: readonly string[], graph: Graph): Set<string> {
  const reached = new Set(starts);
  // A set goes on with what is added while it is walked.
  for (const id of reached) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) {
      reached.add(imported);
    }
  }
  return reached;
}
