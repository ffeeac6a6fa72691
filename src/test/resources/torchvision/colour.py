"""Makes colour.csv, what torchvision's colour functions give, and Pillow's JPEG. Writes to standard output; needs the peers' environment, and
the module tv beside their setup (torchvision without its compiled operators) on PYTHONPATH.

A row is picture,width,height,channels,samples (row by row, channels last), or
picture,function,argument,dtype,samples: dtype uint8 as torchvision gives it, which cuts to whole levels, or float64: the
same function of the picture as float64 in [0, 1], times 255.
"""
import io
from tv import v2
import numpy, PIL.Image, torch, torchvision
F = v2.functional
generator = torch.Generator().manual_seed(1)
def random(*shape): return torch.randint(0, 256, shape, generator=generator, dtype=torch.uint8)
edges = torch.tensor([[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 0], [0, 255, 255],
    [255, 0, 255], [128, 128, 128], [127, 128, 128], [1, 1, 1], [254, 255, 255], [255, 128, 0], [0, 1, 0], [200, 200, 10]],
    dtype=torch.uint8)
small = torch.cat([edges, random(15, 3)]).reshape(5, 6, 3)
gray = torch.cat([torch.tensor([0, 1, 127, 128, 254, 255], dtype=torch.uint8), random(24)]).reshape(5, 6, 1)
# Few dark and light levels, and a different share of them in each colour.
dull = ((random(18, 20, 3).float() / 255) ** torch.tensor([1., 2., .5]) * 150 + 40).to(torch.uint8)
pictures = {'small': small, 'gray': gray, 'dull': dull}
# Never whole numbers: a factor of 2 and not 2.0 would be multiplied in uint8, where 200 becomes 144.
factors = [0., .3, .75, 1., 1.4, 2.]
calls = [('adjust_brightness', factors), ('adjust_contrast', factors), ('adjust_saturation', factors),
    ('adjust_hue', [-.5, -.3, -.05, 0., .1, 1 / 3, .5]), ('adjust_gamma', [0., .4, 1., 2.2]), ('adjust_sharpness', factors),
    ('solarize', [0., 100., 128., 255.]), ('posterize', [1, 3, 8]), ('rgb_to_grayscale', [None]), ('invert', [None]),
    ('autocontrast', [None]), ('equalize', [None])]
levels = {'solarize', 'posterize', 'invert', 'equalize'}  # whole levels in, whole levels out: nothing is cut
print(f'# torchvision {torchvision.__version__}, torch {torch.__version__}, Pillow {PIL.__version__}; made by colour.py')
for name, picture in pictures.items():
    h, w, c = picture.shape
    print(name, w, h, c, ' '.join(str(int(x)) for x in picture.flatten()), sep=',')
for name, picture in pictures.items():
    for function, arguments in calls:
        for argument in arguments:
            if name == 'dull' and function not in ('equalize', 'autocontrast'):
                continue
            for dtype in ['uint8'] if function in levels else ['uint8', 'float64']:
                x = picture.permute(2, 0, 1)
                x = x if dtype == 'uint8' else x.double() / 255
                if function == 'rgb_to_grayscale':
                    out = F.rgb_to_grayscale(x, num_output_channels=x.shape[0])
                else:
                    out = getattr(F, function)(x) if argument is None else getattr(F, function)(x, argument)
                out = out.permute(1, 2, 0).flatten()
                text = ' '.join(str(int(v)) if dtype == 'uint8' else f'{float(v) * 255:.4f}'.rstrip('0').rstrip('.') for v in out)
                print(name, function, '' if argument is None else repr(argument), dtype, text, sep=',')
for name, picture in pictures.items():
    for quality in [10, 30, 75, 95]:
        file = io.BytesIO()
        PIL.Image.fromarray(picture.squeeze(-1).numpy()).save(file, 'JPEG', quality=quality)
        print(name, 'jpeg', quality, 'uint8', ' '.join(map(str, numpy.array(PIL.Image.open(file)).flatten())), sep=',')
