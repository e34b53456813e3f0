import { defineConfig } from 'vite';

/**
 * The page that the server's own browser takes pictures by. Built by itself: sharing chunks with
 * the visitor's page would cost every visitor's first view some bytes.
 */
export default defineConfig({
  base: '/client/',
  publicDir: false,
  build: {
    target: ['chrome110'],
    emptyOutDir: false,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['poster.html'] },
  },
});
