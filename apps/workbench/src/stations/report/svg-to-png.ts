import type { Picture } from "@tributary/report";

/** Pixels of the image for each of the picture: for print and large screens. */
const DENSITY = 3;

/** A picture as PNG, drawn by this browser. */
export async function svgToPng({ svg, width_px, height_px }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(DENSITY * width_px);
    canvas.height = Math.round(DENSITY * height_px);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    return new Uint8Array(await blob!.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
