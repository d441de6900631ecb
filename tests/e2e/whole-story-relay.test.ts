import { describe } from "vitest";
import { tellAll } from "./whole-story/tell-all.ts";

describe("a difficulty told, and what a committee makes of it, by a relay", () => tellAll("relay"));
