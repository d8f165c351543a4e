declare const __BUILD__: string | undefined;

/** Tells builds of the program apart: what one has kept, another may read otherwise. */
export const BUILD: string = typeof __BUILD__ === 'undefined' ? 'source' : __BUILD__;
