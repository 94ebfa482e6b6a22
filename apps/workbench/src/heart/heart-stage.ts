import { ANATOMY_COLORS, type ColorScale, type View } from "@tributary/report";
import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  DirectionalLight,
  Group,
  Mesh,
  MeshLambertMaterial,
  OrthographicCamera,
  Scene,
  SphereGeometry,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { applyFluoroscopy, applyScale, createActivationMaterial } from "./activation-material.ts";
import type { HeartScene, PacedScene } from "./heart-scene.ts";
import { createTubeGeometry } from "./tube-geometry.ts";

/** Where a point of the heart is on the page. */
export interface ScreenPoint {
  readonly x_px: number;
  readonly y_px: number;
  /** On the side that the viewer sees. */
  readonly isFront: boolean;
}

/** The heart in three dimensions, drawn when something changes and never else. */
export interface HeartStage {
  showTimes(times_ms: Float32Array): void;
  showLead(paced: PacedScene | undefined): void;
  /** What is later is not active yet. */
  setCursor(cursor_ms: number): void;
  setScale(scale: ColorScale): void;
  /** @param fraction  of the heart that is cut away on the viewer's side, 0 to 1 */
  cut(fraction: number): void;
  /** A schematic of fluoroscopy with contrast in the veins, or the heart as colored. */
  setFluoroscopy(isOn: boolean): void;
  look(view: View): void;
  resize(width_px: number, height_px: number): void;
  project(point_mm: readonly [number, number, number]): ScreenPoint;
  /** While a lead is dragged the view stays. */
  holdView(isHeld: boolean): void;
  dispose(): void;
}

const LEAD_RADIUS_mm = 0.9;
const ELECTRODE_RADIUS_mm = 1.9;
const DISTANCE_mm = 400;
/** Contrast medium takes the beam away. */
const CONTRAST_COLOR = "#3a3f45";
/** Space around the heart, as a share of its radius. */
const MARGIN = 1.12;

/** @param onDraw  called after every drawing: what stands over the picture moves with it */
export function createHeartStage(
  canvas: HTMLCanvasElement,
  heart: HeartScene,
  scale: ColorScale,
  onDraw: () => void,
): HeartStage {
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.setPixelRatio(Math.min(2, devicePixelRatio));
  const scene = new Scene();
  const camera = new OrthographicCamera(-1, 1, 1, -1, 1, 2 * DISTANCE_mm);
  const light = new DirectionalLight(0xffffff, 2.2);
  scene.add(new AmbientLight(0xffffff, 1.6), camera);
  camera.add(light);

  const geometry = createSurface(heart);
  const material = createActivationMaterial(scale);
  const veinMaterial = new MeshLambertMaterial({ color: ANATOMY_COLORS.vein, transparent: true, opacity: 0.72 });
  scene.add(new Mesh(geometry, material), createVeins(heart, veinMaterial));
  const sphere = geometry.boundingSphere!;
  const lead = new Group();
  scene.add(lead);

  const controls = new OrbitControls(camera, canvas);
  controls.enablePan = false;
  controls.target.copy(sphere.center);
  controls.minZoom = 0.8;
  controls.maxZoom = 6;
  const size = { width: 1, height: 1 };
  let frame: number | undefined;

  function drawSoon(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      renderer.render(scene, camera);
      onDraw();
    });
  }
  controls.addEventListener("change", drawSoon);

  return {
    showTimes(times_ms) {
      const time = geometry.getAttribute("time") as BufferAttribute;
      (time.array as Float32Array).set(times_ms);
      time.needsUpdate = true;
      drawSoon();
    },
    showLead(paced) {
      clearGroup(lead);
      if (paced) lead.add(...createLead(paced));
      drawSoon();
    },
    setCursor(cursor_ms) {
      material.uniforms["cursor"]!.value = cursor_ms;
      drawSoon();
    },
    setScale(next) {
      applyScale(material, next);
      drawSoon();
    },
    cut(fraction) {
      camera.near = fraction === 0 ? 1 : DISTANCE_mm + (2 * fraction - 1) * sphere.radius;
      camera.updateProjectionMatrix();
      drawSoon();
    },
    setFluoroscopy(isOn) {
      applyFluoroscopy(material, isOn);
      veinMaterial.color.set(isOn ? CONTRAST_COLOR : ANATOMY_COLORS.vein);
      drawSoon();
    },
    look({ toward, up }) {
      camera.up.set(...up);
      camera.position.copy(sphere.center).addScaledVector(new Vector3(...toward), DISTANCE_mm);
      camera.zoom = 1;
      camera.updateProjectionMatrix();
      controls.update();
      drawSoon();
    },
    resize(width_px, height_px) {
      Object.assign(size, { width: width_px, height: height_px });
      renderer.setSize(width_px, height_px, false);
      const reach = MARGIN * sphere.radius;
      const aspect = width_px / height_px;
      camera.top = aspect < 1 ? reach / aspect : reach;
      camera.right = camera.top * aspect;
      camera.bottom = -camera.top;
      camera.left = -camera.right;
      camera.updateProjectionMatrix();
      drawSoon();
    },
    project(point_mm) {
      const point = new Vector3(...point_mm);
      const outward = point.clone().sub(sphere.center);
      const isFront = outward.dot(camera.position.clone().sub(sphere.center)) > 0;
      point.project(camera);
      return { x_px: ((point.x + 1) / 2) * size.width, y_px: ((1 - point.y) / 2) * size.height, isFront };
    },
    holdView(isHeld) {
      controls.enabled = !isHeld;
    },
    dispose() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      controls.dispose();
      renderer.dispose();
    },
  };
}

function createSurface({ points_mm, triangles, before_ms }: HeartScene): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(points_mm, 3));
  geometry.setAttribute("time", new BufferAttribute(before_ms.slice(), 1));
  geometry.setIndex(new BufferAttribute(triangles, 1));
  geometry.computeVertexNormals();
  geometry.computeBoundingSphere();
  return geometry;
}

function createVeins({ veins }: HeartScene, material: MeshLambertMaterial): Group {
  const group = new Group();
  for (const { points_mm, radius_mm } of veins) group.add(new Mesh(createTubeGeometry(points_mm, radius_mm), material));
  return group;
}

function createLead({ course_mm, electrodes }: PacedScene): Mesh[] {
  const body = new MeshLambertMaterial({ color: "#2a2f36", depthTest: false });
  const tube = new Mesh(createTubeGeometry(course_mm, LEAD_RADIUS_mm), body);
  tube.renderOrder = 1;
  const balls = electrodes.map(({ point_mm, isCathode }) => {
    const color = isCathode ? ANATOMY_COLORS.chosen : "#f4f6f8";
    const radius = isCathode ? 1.25 * ELECTRODE_RADIUS_mm : ELECTRODE_RADIUS_mm;
    const ball = new Mesh(new SphereGeometry(radius, 20, 14), new MeshLambertMaterial({ color, depthTest: false }));
    ball.position.set(...point_mm);
    ball.renderOrder = 2;
    return ball;
  });
  return [tube, ...balls];
}

function clearGroup(group: Group): void {
  for (const child of [...group.children]) {
    group.remove(child);
    if (child instanceof Mesh) {
      child.geometry.dispose();
      child.material.dispose();
    }
  }
}
