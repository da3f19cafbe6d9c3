import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // Every scoped rule and every element under one carries this name: short, it spares the phone two letters in three.
    cssHash: ({ hash, filename, css }) => `s${hash(filename.split("/src/").pop() ?? css).slice(0, 4)}`,
  },
};
