;; What training spends its time on, four floats at a time. Addresses and row lengths are in bytes;
;; row lengths are multiples of 16.
(module
  (import "env" "memory" (memory 1))
  ;; out = sum over i < n of factors[i] * table[rows[i]]
  (func (export "gather") (param $out i32) (param $rows i32) (param $factors i32) (param $n i32)
                          (param $table i32) (param $length i32)
    (local $i i32) (local $k i32) (local $at i32) (local $factor v128)
    (memory.fill (local.get $out) (i32.const 0) (local.get $length))
    (block $done (loop $texts
      (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
      (local.set $at (i32.add (local.get $table) (i32.mul (local.get $length)
        (i32.load (i32.add (local.get $rows) (i32.shl (local.get $i) (i32.const 2)))))))
      (local.set $factor (v128.load32_splat
        (i32.add (local.get $factors) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $k (i32.const 0))
      (loop $values
        (v128.store (i32.add (local.get $out) (local.get $k))
          (f32x4.add
            (v128.load (i32.add (local.get $out) (local.get $k)))
            (f32x4.mul (local.get $factor) (v128.load (i32.add (local.get $at) (local.get $k))))))
        (local.set $k (i32.add (local.get $k) (i32.const 16)))
        (br_if $values (i32.lt_u (local.get $k) (local.get $length))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $texts))))
  ;; table[rows[i]] += factors[i] * value, for each i < n
  (func (export "scatter") (param $value i32) (param $rows i32) (param $factors i32) (param $n i32)
                           (param $table i32) (param $length i32)
    (local $i i32) (local $k i32) (local $at i32) (local $factor v128)
    (block $done (loop $texts
      (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
      (local.set $at (i32.add (local.get $table) (i32.mul (local.get $length)
        (i32.load (i32.add (local.get $rows) (i32.shl (local.get $i) (i32.const 2)))))))
      (local.set $factor (v128.load32_splat
        (i32.add (local.get $factors) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $k (i32.const 0))
      (loop $values
        (v128.store (i32.add (local.get $at) (local.get $k))
          (f32x4.add
            (v128.load (i32.add (local.get $at) (local.get $k)))
            (f32x4.mul (local.get $factor) (v128.load (i32.add (local.get $value) (local.get $k))))))
        (local.set $k (i32.add (local.get $k) (i32.const 16)))
        (br_if $values (i32.lt_u (local.get $k) (local.get $length))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $texts))))
  ;; out[i] = value . table[i], for each i < n
  (func (export "dots") (param $out i32) (param $value i32) (param $n i32) (param $table i32)
                        (param $length i32)
    (local $i i32) (local $k i32) (local $sum v128)
    (block $done (loop $rows
      (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $k (i32.const 0))
      (loop $values
        (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul
          (v128.load (i32.add (local.get $value) (local.get $k)))
          (v128.load (i32.add (local.get $table) (local.get $k))))))
        (local.set $k (i32.add (local.get $k) (i32.const 16)))
        (br_if $values (i32.lt_u (local.get $k) (local.get $length))))
      (f32.store (local.get $out)
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
          (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $table (i32.add (local.get $table) (local.get $length)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $rows))))
)
