import { vi } from 'vitest'

// Files share a worker, which saves most of the time, but no modules: what one registers, the next must not find.
vi.resetModules()
