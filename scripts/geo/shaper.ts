import mapshaper from "mapshaper";

/** Runs mapshaper in memory: GeoJSON or TopoJSON objects in, every `-o` file out, parsed. */
export const shapeAll = async <T>(commands: string[], input: Record<string, object>): Promise<Map<string, T>> => {
  // As text, because mapshaper changes the objects it is given.
  const texts = Object.entries(input).map(([name, object]) => [name, JSON.stringify(object)]);
  const commandLine = [...commands, "-quiet"].join(" ");
  const files = await mapshaper.applyCommands(commandLine, Object.fromEntries(texts));
  return new Map(
    Object.entries(files).map(([name, file]) => [
      name,
      JSON.parse(typeof file === "string" ? file : Buffer.from(file).toString()) as T,
    ]),
  );
};

export const shape = async <T>(commands: string[], input: Record<string, object>, output: string): Promise<T> => {
  const [file] = (await shapeAll<T>([...commands, `-o ${output}`], input)).values();
  if (file === undefined) throw new Error(`mapshaper wrote no ${output}`);
  return file;
};
