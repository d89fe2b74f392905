/** What of a bundler's graph is asked: what a module imports for itself, not what it fetches later. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

interface Group {
  readonly debugName: string;
  readonly name: (moduleId: string, graph: Graph) => string | null;
}

/**
 * One file of what these modules and all that they import take part in: whoever waits for them
 * asks for one file, and not for what only other screens share. `starts` are absolute.
 */
export function fileOf(name: string, starts: readonly string[]): Group {
  let needed: ReadonlySet<string> | undefined;
  return {
    debugName: name,
    name: (moduleId, graph) => {
      needed ??= reachedFrom(starts, graph);
      return needed.has(moduleId) ? name : null;
    },
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
