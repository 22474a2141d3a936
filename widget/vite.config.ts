import { defineConfig } from "vitest/config";

export default defineConfig({
  build: {
    target: "es2021",
    lib: {
      entry: "src/main.ts",
      formats: ["iife"],
      name: "steunwijzer",
      fileName: () => "steunwijzer.js",
    },
  },
});
