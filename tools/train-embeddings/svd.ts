import type { Heap } from './heap';
import type { Sparse } from './cooccurrence';

/** More columns than are wanted make the wanted ones exact. */
const SPARE = 32;
const ROUNDS = 3;

/**
 * The strongest eigenvectors of a symmetric matrix, each scaled by the root of its value:
 * randomised subspace iteration (Halko et al., 2011). Rows of `dimensions` values.
 */
export function embedSpectrum(
  matrix: Sparse,
  dimensions: number,
  heap: Heap,
  gaussian: () => number,
): Float32Array {
  const n = matrix.starts.length - 1;
  const width = dimensions + SPARE;
  const columns = heap.ints(matrix.columns.length);
  const values = heap.floats(matrix.values.length);
  columns.set(matrix.columns);
  values.set(matrix.values);
  let basis = heap.floats(n * width);
  let image = heap.floats(n * width);
  for (let i = 0; i < basis.length; i++) basis[i] = gaussian();
  const multiply = () => {
    for (let row = 0; row < n; row++) {
      const from = matrix.starts[row] as number;
      const count = (matrix.starts[row + 1] as number) - from;
      heap.kernel.gather(
        image.byteOffset + row * width * 4,
        columns.byteOffset + from * 4,
        values.byteOffset + from * 4,
        count,
        basis.byteOffset,
        width * 4,
      );
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    orthonormalise(basis, n, width);
    multiply();
    [basis, image] = [image, basis];
  }
  orthonormalise(basis, n, width);
  multiply();
  const { values: eigen, vectors } = symmetricEigen(products(basis, image, n, width), width);
  const order = [...eigen.keys()].sort(
    (a, b) => Math.abs(eigen[b] as number) - Math.abs(eigen[a] as number),
  );
  const result = new Float32Array(n * dimensions);
  const turn = new Float64Array(width * dimensions);
  for (let k = 0; k < dimensions; k++) {
    const from = order[k] as number;
    const scale = Math.sqrt(Math.abs(eigen[from] as number));
    for (let j = 0; j < width; j++)
      turn[j * dimensions + k] = scale * (vectors[j * width + from] as number);
  }
  for (let row = 0; row < n; row++) {
    for (let j = 0; j < width; j++) {
      const value = basis[row * width + j] as number;
      for (let k = 0; k < dimensions; k++) {
        result[row * dimensions + k] =
          (result[row * dimensions + k] as number) + value * (turn[j * dimensions + k] as number);
      }
    }
  }
  return result;
}

/** aᵀ · b of two tall matrices. */
function products(a: Float32Array, b: Float32Array, n: number, width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (let row = 0; row < n; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const value = a[at + i] as number;
      const to = i * width;
      for (let j = 0; j < width; j++)
        sums[to + j] = (sums[to + j] as number) + value * (b[at + j] as number);
    }
  }
  return sums;
}

/** Makes the columns orthonormal, by the Cholesky factor of their products. */
function orthonormalise(tall: Float32Array, n: number, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const factor = cholesky(products(tall, tall, n, width), width);
    for (let row = 0; row < n; row++) {
      const at = row * width;
      for (let i = 0; i < width; i++) {
        let value = tall[at + i] as number;
        for (let j = 0; j < i; j++)
          value -= (factor[i * width + j] as number) * (tall[at + j] as number);
        tall[at + i] = value / (factor[i * width + i] as number);
      }
    }
  }
}

function cholesky(matrix: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j] as number;
      for (let k = 0; k < j; k++)
        sum -= (lower[i * width + k] as number) * (lower[j * width + k] as number);
      lower[i * width + j] =
        i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * width + j] as number);
    }
  }
  return lower;
}

/** Jacobi's rotations, by rows and columns, until nothing is left beside the diagonal. */
export function symmetricEigen(matrix: Float64Array, width: number) {
  const a = matrix.slice();
  const vectors = new Float64Array(width * width);
  for (let i = 0; i < width; i++) vectors[i * width + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let beside = 0;
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) {
        const apq = ((a[p * width + q] as number) + (a[q * width + p] as number)) / 2;
        const app = a[p * width + p] as number;
        const aqq = a[q * width + q] as number;
        beside += apq * apq;
        if (Math.abs(apq) < 1e-9 * Math.sqrt(Math.abs(app * aqq) + 1e-30)) continue;
        const theta = (aqq - app) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < width; k++) {
          const kp = a[k * width + p] as number;
          const kq = a[k * width + q] as number;
          a[k * width + p] = c * kp - s * kq;
          a[k * width + q] = s * kp + c * kq;
        }
        for (let k = 0; k < width; k++) {
          const pk = a[p * width + k] as number;
          const qk = a[q * width + k] as number;
          a[p * width + k] = c * pk - s * qk;
          a[q * width + k] = s * pk + c * qk;
          const vp = vectors[k * width + p] as number;
          const vq = vectors[k * width + q] as number;
          vectors[k * width + p] = c * vp - s * vq;
          vectors[k * width + q] = s * vp + c * vq;
        }
      }
    }
    if (beside < 1e-12) break;
  }
  return {
    values: Float64Array.from({ length: width }, (_, i) => a[i * width + i] as number),
    vectors,
  };
}
