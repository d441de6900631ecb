declare module "mapshaper" {
  interface Mapshaper {
    applyCommands(
      commands: string,
      input: Record<string, object | string | Uint8Array>,
    ): Promise<Record<string, string | Uint8Array>>;
  }
  const mapshaper: Mapshaper;
  // biome-ignore lint/style/noDefaultExport: the shape of a CommonJS package
  export default mapshaper;
}
