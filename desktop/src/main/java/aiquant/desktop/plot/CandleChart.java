package aiquant.desktop.plot;

import aiquant.desktop.theme.Palette;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.events.ChartBits;
import javafx.scene.image.ImageView;

/// A ChartFX chart whose plot is painted pixel by pixel: a million candles with overlays within one frame.
///
/// ChartFX contributes axes, layout and styling; its canvas stays empty and only catches the mouse, two flipped images
/// lie above it. JavaFX thread only. Call [#redraw()] after changing the model.
public final class CandleChart extends XYChart {

    private final PlotModel model;
    private final TimeAxis timeAxis;
    private final PriceAxis priceAxis;
    private final Raster raster = new Raster();
    private final PixelColumns columns = new PixelColumns();
    private final Frames frames = new Frames();
    private final ImageView image = new ImageView();
    private Ink ink;
    private Runnable afterPaint = () -> {};

    public CandleChart(PlotModel model, Palette palette) {
        this(model, palette, new TimeAxis(model.bars()), new PriceAxis());
    }

    private CandleChart(PlotModel model, Palette palette, TimeAxis timeAxis, PriceAxis priceAxis) {
        super(timeAxis, priceAxis);
        this.model = model;
        this.timeAxis = timeAxis;
        this.priceAxis = priceAxis;
        this.ink = Ink.of(palette);
        priceAxis.setSide(Side.RIGHT);
        setAnimated(false);
        setLegendVisible(false);
        getRenderers().clear();
        getMenuPane().setTop(null);
        getMenuPane().setTriggerDistance(0);
        canvas.setCache(false);
        canvas.setOpacity(0);
        image.setManaged(false);
        image.setMouseTransparent(true);
        getCanvasForeground().getChildren().add(image);
        getStyleClass().add("candle-chart");
    }

    public void palette(Palette palette) {
        ink = Ink.of(palette);
        redraw();
    }

    /// Runs after every painting, with the new scale in force.
    void afterPaint(Runnable action) {
        afterPaint = action;
    }

    /// Paints in the next frame.
    public void redraw() {
        applyRanges(scale());
        getBitState().setDirty(ChartBits.ChartCanvas);
    }

    Scale scale() {
        return model.scale((int) Math.max(1, canvas.getWidth()), (int) Math.max(1, canvas.getHeight()));
    }

    @Override
    protected void redrawCanvas() {
        int width = (int) canvas.getWidth();
        int height = (int) canvas.getHeight();
        if (width < 2 || height < 2) {
            return;
        }
        Scale scale = scale();
        applyRanges(scale);
        Frames.Frame frame = frames.next(width, height);
        raster.begin(frame.pixels(), width, height, ink.background());
        paint(scale);
        frame.painted();
        image.setImage(frame.image());
        afterPaint.run();
    }

    private void applyRanges(Scale scale) {
        timeAxis.set(scale.left(), scale.right());
        priceAxis.set(scale.low(), scale.high());
    }

    private void paint(Scale scale) {
        paintGrid(scale);
        Bars bars = model.bars();
        columns.compute(scale, bars.size());
        VolumeLayer.paint(raster, scale, columns, bars, ink);
        model.levels().forEach(level -> LevelLayer.paint(raster, scale, columns, level));
        CandleLayer.paint(raster, scale, columns, bars, ink);
        for (PlotModel.Overlay overlay : model.overlays()) {
            LineLayer.paint(raster, scale, columns, overlay.series(), overlay.argb());
        }
        TradeLayer.paintJourneys(raster, scale, model.journeys(), ink);
        TradeLayer.paintMarks(raster, scale, model.marks(), bars, ink);
    }

    private void paintGrid(Scale scale) {
        for (TickMark tick : timeAxis.getTickMarks()) {
            raster.rect((int) Math.round(scale.x(tick.getValue())), 0, 1, scale.height(), ink.grid());
        }
        for (TickMark tick : priceAxis.getTickMarks()) {
            raster.rect(0, scale.row(tick.getValue()), scale.width(), 1, ink.grid());
        }
    }
}
