import { createSignal } from "solid-js";
import { Icon } from "./icon.tsx";

/** Puts the address of what is seen into the clipboard. */
export function CopyLink() {
  const [said, setSaid] = createSignal("Copy link");
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    setSaid(done ? "Copied" : "Not allowed here");
    setTimeout(() => setSaid("Copy link"), 2500);
  };
  return (
    <button type="button" class="btn" onClick={() => void copy()}>
      <Icon name={said() === "Copied" ? "check" : "link"} />
      <span aria-live="polite">{said()}</span>
    </button>
  );
}
