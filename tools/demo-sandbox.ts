import { createDemoWorkspaces, type DemoKeys, demoWorld, type Sandbox, serveWorld } from '#sandbox';

/** The seed of the demo: the same fleet every time, whatever the clock says. */
const DEMO_SEED = 20;

/** Serves the demo workspaces with their clock at the present. */
export const startDemoSandbox = async (port = 0): Promise<{ sandbox: Sandbox; keys: DemoKeys }> => {
  const startMs = Date.now();
  const { workspaces, keys } = createDemoWorkspaces({ seed: DEMO_SEED, startMs });
  const sandbox = await serveWorld({ world: demoWorld(workspaces, keys), startMs, port });
  return { sandbox, keys };
};
