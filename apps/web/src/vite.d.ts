/** Tells the compiler of `import.meta.hot`, and of files that become addresses. */
/// <reference types="vite/types/importMeta.d.ts" />
