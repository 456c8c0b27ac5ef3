/**
 * The memory that V8 takes for what is new. It grows while modules are loaded and tables looked at, far beyond what serving needs, and an
 * idle process never gives it back: 25 MB. So it is held while the process starts and may grow afterwards, as requests need it.
 *
 * https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h, `semi_space_growth_factor`: 2 unless told.
 */
import { setFlagsFromString } from 'node:v8'

/** To be called before anything large is loaded. */
export function holdNewSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** To be called when the process is ready. */
export function letNewSpaceGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
}
