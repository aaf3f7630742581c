;; What training spends its time on, four floats at a time. Addresses and row lengths are in bytes;
;; row lengths are multiples of 16.
(module
  (import "env" "memory" (memory 1))
  (func $across (param $sum v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
      (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
  ;; out = sum over i < n of factors[i] * table[rows[i]]
  (func (export "gather") (param $out i32) (param $rows i32) (param $factors i32) (param $n i32)
                          (param $table i32) (param $length i32)
    (local $i i32) (local $k i32) (local $at i32) (local $factor v128)
    (local $at1 i32) (local $at2 i32) (local $at3 i32)
    (local $factor1 v128) (local $factor2 v128) (local $factor3 v128)
    (memory.fill (local.get $out) (i32.const 0) (local.get $length))
    ;; Four rows at a time, as long as there are so many.
    (block $few (loop $fours
      (br_if $few (i32.gt_u (i32.add (local.get $i) (i32.const 4)) (local.get $n)))
      (local.set $at (i32.add (local.get $table) (i32.mul (local.get $length)
        (i32.load offset=0 (i32.add (local.get $rows) (i32.shl (local.get $i) (i32.const 2)))))))
      (local.set $factor (v128.load32_splat offset=0
        (i32.add (local.get $factors) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $at1 (i32.add (local.get $table) (i32.mul (local.get $length)
        (i32.load offset=4 (i32.add (local.get $rows) (i32.shl (local.get $i) (i32.const 2)))))))
      (local.set $factor1 (v128.load32_splat offset=4
        (i32.add (local.get $factors) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $at2 (i32.add (local.get $table) (i32.mul (local.get $length)
        (i32.load offset=8 (i32.add (local.get $rows) (i32.shl (local.get $i) (i32.const 2)))))))
      (local.set $factor2 (v128.load32_splat offset=8
        (i32.add (local.get $factors) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $at3 (i32.add (local.get $table) (i32.mul (local.get $length)
        (i32.load offset=12 (i32.add (local.get $rows) (i32.shl (local.get $i) (i32.const 2)))))))
      (local.set $factor3 (v128.load32_splat offset=12
        (i32.add (local.get $factors) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $k (i32.const 0))
      (loop $values
        (v128.store (i32.add (local.get $out) (local.get $k))
          (f32x4.add (v128.load (i32.add (local.get $out) (local.get $k)))
            (f32x4.add
              (f32x4.add
                (f32x4.mul (local.get $factor) (v128.load (i32.add (local.get $at) (local.get $k))))
                (f32x4.mul (local.get $factor1) (v128.load (i32.add (local.get $at1) (local.get $k)))))
              (f32x4.add
                (f32x4.mul (local.get $factor2) (v128.load (i32.add (local.get $at2) (local.get $k))))
                (f32x4.mul (local.get $factor3) (v128.load (i32.add (local.get $at3) (local.get $k))))))))
        (local.set $k (i32.add (local.get $k) (i32.const 16)))
        (br_if $values (i32.lt_u (local.get $k) (local.get $length))))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br $fours)))
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
    (local $at i32) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $part v128)
    (block $few (loop $fours
      (br_if $few (i32.gt_u (i32.add (local.get $i) (i32.const 4)) (local.get $n)))
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $sum1 (v128.const f32x4 0 0 0 0))
      (local.set $sum2 (v128.const f32x4 0 0 0 0))
      (local.set $sum3 (v128.const f32x4 0 0 0 0))
      (local.set $k (i32.const 0))
      (loop $values
        (local.set $part (v128.load (i32.add (local.get $value) (local.get $k))))
        (local.set $at (i32.add (local.get $table) (local.get $k)))
        (local.set $sum (f32x4.add (local.get $sum)
          (f32x4.mul (local.get $part) (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (local.get $length)))
        (local.set $sum1 (f32x4.add (local.get $sum1)
          (f32x4.mul (local.get $part) (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (local.get $length)))
        (local.set $sum2 (f32x4.add (local.get $sum2)
          (f32x4.mul (local.get $part) (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (local.get $length)))
        (local.set $sum3 (f32x4.add (local.get $sum3)
          (f32x4.mul (local.get $part) (v128.load (local.get $at)))))
        (local.set $k (i32.add (local.get $k) (i32.const 16)))
        (br_if $values (i32.lt_u (local.get $k) (local.get $length))))
      (f32.store offset=0 (local.get $out) (call $across (local.get $sum)))
      (f32.store offset=4 (local.get $out) (call $across (local.get $sum1)))
      (f32.store offset=8 (local.get $out) (call $across (local.get $sum2)))
      (f32.store offset=12 (local.get $out) (call $across (local.get $sum3)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $table (i32.add (local.get $table) (i32.shl (local.get $length) (i32.const 2))))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br $fours)))
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
      (f32.store (local.get $out) (call $across (local.get $sum)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $table (i32.add (local.get $table) (local.get $length)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $rows))))
)
