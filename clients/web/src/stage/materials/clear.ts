/**
 * Light through thick things. Seen for real it needs the scene drawn twice; where that is too dear
 * (headsets, phones, software) plain transparency stands in for it.
 */

import type { Material, MeshPhysicalMaterial } from 'three';

interface Look {
  transmission: number;
  opacity: number;
  transparent: boolean;
  depthWrite: boolean;
}

/** The materials of a stage that let light through, and which way they do now. */
export class ClearMaterials {
  private readonly looks = new Map<MeshPhysicalMaterial, Look>();
  private real = false;

  /** Take over a material whose file says that light passes through. */
  add(material: MeshPhysicalMaterial): void {
    const { transmission, opacity, transparent, depthWrite } = material;
    this.looks.set(material, { transmission, opacity, transparent, depthWrite });
    this.apply(material);
  }

  /** A copy of a material passes light as its original does. */
  addCopy(copy: MeshPhysicalMaterial, original: Material): void {
    const look = this.looks.get(original as MeshPhysicalMaterial);
    if (look) this.looks.set(copy, look);
  }

  delete(material: MeshPhysicalMaterial): void {
    this.looks.delete(material);
  }

  /** Bend light for real, or show plain transparency. */
  set(real: boolean): void {
    if (this.real === real) return;
    this.real = real;
    for (const material of this.looks.keys()) this.apply(material);
  }

  private apply(material: MeshPhysicalMaterial): void {
    const look = this.looks.get(material)!;
    if (this.real) Object.assign(material, look);
    else thin(material, look);
    material.needsUpdate = true;
  }
}

/** What passes through is tinted by the material's own colour; a map of where it passes is kept. */
export function thin(material: MeshPhysicalMaterial, { transmission, opacity }: Pick<Look, 'transmission' | 'opacity'>): void {
  material.transmission = 0;
  // With a map only some of the surface lets light through: it stays as solid as it was.
  if (material.transmissionMap) return;
  material.opacity = Math.min(opacity, 1 - transmission * 0.7);
  material.transparent = true;
  material.depthWrite = false;
}
