import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { PickFile } from "../../parts/pick-file.tsx";
import { useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { readQr } from "./read-qr.ts";

const AGAIN_MILLISECONDS = 200;

/** Reads the QR code of a key with the camera, once asked to, or in a picture; the camera stops at once after. */
export function ScanKey({ onRead }: { onRead(text: string): void }) {
  const { committee } = useTexts();
  const words = committee.scan;
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState<"none" | "refused">();
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const open = async () => {
    setProblem(undefined);
    try {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      // Whoever closed the form while the browser was asking wants no camera.
      if (isThere.current) setStream(opened);
      else stop(opened);
    } catch {
      setProblem("refused");
    }
  };
  const look = async (file: File) => {
    setProblem(undefined);
    const picture = await createImageBitmap(file).catch(() => null);
    const text = picture && (await readQr(picture, picture.width, picture.height).catch(() => null));
    if (text === null) setProblem("none");
    else onRead(text);
  };
  const hasCamera = typeof navigator.mediaDevices?.getUserMedia === "function";
  return (
    <div className={classes.stack}>
      {stream ? (
        <Viewfinder
          stream={stream}
          onRead={(text) => {
            setStream(null);
            onRead(text);
          }}
          onClose={() => setStream(null)}
        />
      ) : (
        <div className={classes.actions}>
          {hasCamera && (
            <Button size="xs" variant="default" onClick={() => void open()}>
              {words.camera}
            </Button>
          )}
          <PickFile label={words.picture} accept="image/*" onFile={look} />
        </div>
      )}
      {problem && <p role="alert">{words.problems[problem]}</p>}
    </div>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

interface ViewfinderProps {
  readonly stream: MediaStream;
  onRead(text: string): void;
  onClose(): void;
}

function Viewfinder({ stream, onRead, onClose }: ViewfinderProps) {
  const { committee } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const heard = useRef(onRead);
  heard.current = onRead;
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const { current } = video;
      if (isOver || current === null) return;
      const { videoWidth, videoHeight } = current;
      const text = videoWidth > 0 ? await readQr(current, videoWidth, videoHeight).catch(() => null) : null;
      if (isOver) return;
      if (text !== null) heard.current(text);
      else setTimeout(() => void look(), AGAIN_MILLISECONDS);
    };
    if (video.current) video.current.srcObject = stream;
    void look();
    return () => {
      isOver = true;
      stop(stream);
    };
  }, [stream]);
  return (
    <>
      <video ref={video} className={classes.viewfinder} autoPlay muted playsInline aria-label={committee.scan.seen} />
      <p className={classes.help}>{committee.scan.help}</p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={onClose}>
          {committee.scan.stop}
        </Button>
      </div>
    </>
  );
}
